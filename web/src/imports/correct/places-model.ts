import type { Place } from '../../shared/grid/edit-column.ts';
import type { Row } from './corrections-model.ts';
import { faultAt, type RowState } from './summary-model.ts';

/** The columns of the grid before those of the file. */
export const LEADING = ['line', 'import', 'reason'] as const;

export const idOfColumn = (column: number): string => `column-${column}`;

/** The column of the file; undefined for one of the grid. */
export function columnOf(id: string): number | undefined {
  const found = /^column-(\d+)$/.exec(id)?.[1];
  return found === undefined ? undefined : Number(found);
}

export const keyOfRow = ({ record }: Row): string => String(record.index);

/** The wrong places of a record in the order of the columns; that of the reason for a record that is wrong as a whole. */
function wrongPlaces(row: Row, state: RowState | undefined, columns: readonly number[], idColumn: number): string[] {
  if (!state?.isWrong) return [];
  const cells = columns.filter((column) => faultAt(row, state, column, idColumn) !== undefined).map(idOfColumn);
  return state.recordFault === undefined ? cells : ['reason', ...cells];
}

/** The next wrong cell after a place, from the first record again after the last. */
export function nextWrongPlace(
  rows: readonly Row[],
  states: readonly RowState[],
  columns: readonly number[],
  idColumn: number,
  { row, column }: Place,
): Place | undefined {
  const order: readonly string[] = [...LEADING, ...columns.map(idOfColumn)];
  const start = Math.max(
    0,
    rows.findIndex((each) => keyOfRow(each) === row),
  );
  const wrongIn = (each: Row) => wrongPlaces(each, states[each.record.index], columns, idColumn);
  for (let step = 0; step <= rows.length; step += 1) {
    const at = rows[(start + step) % rows.length];
    if (at === undefined) return undefined;
    const wrong = wrongIn(at);
    const after = step === 0 ? wrong.filter((id) => order.indexOf(id) > order.indexOf(column)) : wrong;
    const [next] = after;
    if (next !== undefined) return { row: keyOfRow(at), column: next };
  }
  return undefined;
}
