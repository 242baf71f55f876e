import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { MatchGrid } from '../match-grid.tsx';
import type { DeskTable } from './desk-table.ts';
import type { Hit } from './search-model.ts';
import { DESK } from './text.ts';

/** The customers that match. Without a column nothing but the Customer ID distinguishes them, which the list then says. */
export function Matches({
  table: { fields, columns },
  hits,
  ...list
}: {
  readonly table: DeskTable;
  readonly hits: readonly Hit[];
  readonly opened: string | undefined;
  readonly hasFocus: boolean;
  readonly onOpen: (customerId: string) => void;
}) {
  return (
    <SpaceBetween size="s">
      {columns.length === 0 && hits.length > 1 && <Alert>{DESK.noResult}</Alert>}
      <MatchGrid {...{ fields, columns, matches: hits }} {...list} />
    </SpaceBetween>
  );
}
