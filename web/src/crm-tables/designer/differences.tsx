import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import type { Difference } from './compare-model.ts';
import { DESIGNER } from './text.ts';

const COLOURS = { added: 'green', removed: 'red', changed: 'blue', moved: 'grey' } as const;

/** The differences between two structures, one a line. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) return <Box>{DESIGNER.noDifference}</Box>;
  return (
    <ul className="plain-list">
      {differences.map(({ kind, what, details }) => (
        <li key={`${kind} ${what}`}>
          <Badge color={COLOURS[kind]}>{DESIGNER.kinds[kind]}</Badge> {what}
          {details.length > 0 && `: ${details.join('; ')}`}
        </li>
      ))}
    </ul>
  );
}
