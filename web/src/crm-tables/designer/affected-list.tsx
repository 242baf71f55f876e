import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AffectedImports } from './affected-model.ts';
import { DESIGNER } from './text.ts';

/** The import definitions and schedules that a publication affects, each with the reasons. */
export function AffectedList({ affected }: { readonly affected: readonly AffectedImports[] }) {
  if (affected.length === 0) return <Box>{DESIGNER.noDefinition}</Box>;
  return (
    <SpaceBetween size="s">
      {affected.map(({ id, name, reasons, schedules }) => (
        <div key={id}>
          <Box variant="strong">{name}</Box>
          {schedules.length > 0 && ` (${DESIGNER.schedules(schedules.join(', '))})`}
          <ul className="plain-list">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ))}
    </SpaceBetween>
  );
}
