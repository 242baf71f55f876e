import Alert from '@cloudscape-design/components/alert';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { TYPES } from '../text.ts';
import { AffectedList } from './affected-list.tsx';
import { affectedImports } from './affected-model.ts';
import type { Design } from './draft-model.ts';
import { effectsOf, fileChangesOf } from './effects-model.ts';
import { type PublishedTable, useImportSetUp, useStoredCustomers } from './queries.ts';
import { DESIGNER } from './text.ts';

/** Reports, as soon as a published field is removed or has another type, which customers and imports that affects. */
export function Effects({
  prefix,
  design,
  published,
}: {
  readonly prefix: string;
  readonly design: Design;
  readonly published: PublishedTable | null;
}) {
  const { definitions, schedules } = useImportSetUp(prefix, published !== null);
  const customers = useStoredCustomers(prefix, published !== null);
  const effects = effectsOf(published?.fields ?? [], design);
  const { removed, retyped } = effects;
  if (removed.length + retyped.length === 0) return null;
  return (
    <Alert type="warning" header={DESIGNER.effects}>
      <LiveRegion>
        <SpaceBetween size="xs">
          <div>{customers}</div>
          <ul className="plain-list">
            {removed.map(({ code, label }) => (
              <li key={code}>{DESIGNER.removedEffect(label, code)}</li>
            ))}
            {retyped.map(({ before: { code, label, type }, after }) => (
              <li key={code}>{DESIGNER.retypedEffect(`${label} (${code})`, TYPES[type], TYPES[after.type])}</li>
            ))}
          </ul>
          <AffectedList affected={affectedImports(fileChangesOf(effects), definitions, schedules)} />
        </SpaceBetween>
      </LiveRegion>
    </Alert>
  );
}
