import { type Corrections, cellOf, customerIdColumn, type Row, recordFault } from './corrections-model.ts';
import { CORRECT } from './text.ts';

/** What is wrong with one record. */
export interface RowState {
  readonly recordFault: string | undefined;
  /** Why its Customer ID is wrong among these records. */
  readonly repeated: string | undefined;
  readonly isWrong: boolean;
}

export interface Summary {
  readonly states: readonly RowState[];
  readonly wrong: number;
  readonly leftOut: number;
  /** The columns with a wrong cell. */
  readonly wrongColumns: ReadonlySet<number>;
}

/** Counts the records that are still wrong. Those that are left out are not counted. */
export function summaryOf(corrections: Corrections): Summary {
  const idColumn = customerIdColumn(corrections);
  const repeated = repeatedIds(corrections, idColumn);
  const wrongColumns = new Set<number>();
  const states = corrections.rows.map((row): RowState => {
    const fault = recordFault(corrections, row);
    const isRepeated = repeated.has(row.record.index);
    const isWrong = !row.isLeftOut && (fault !== undefined || isRepeated || row.faults.size > 0);
    if (isWrong) for (const column of row.faults.keys()) wrongColumns.add(column);
    if (isRepeated) wrongColumns.add(idColumn);
    return { recordFault: fault, repeated: isRepeated ? CORRECT.repeatedId : undefined, isWrong };
  });
  return {
    states,
    wrong: states.filter(({ isWrong }) => isWrong).length,
    leftOut: corrections.rows.filter(({ isLeftOut }) => isLeftOut).length,
    wrongColumns,
  };
}

/** The records whose Customer ID an earlier one of these records has. */
function repeatedIds({ rows, rejectsRepeated }: Corrections, idColumn: number): ReadonlySet<number> {
  const repeated = new Set<number>();
  if (!rejectsRepeated || idColumn === -1) return repeated;
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.isLeftOut) continue;
    const id = cellOf(row, idColumn);
    if (id !== '' && seen.has(id)) repeated.add(row.record.index);
    seen.add(id);
  }
  return repeated;
}

/** Why a cell is wrong. @param idColumn the column of the Customer ID */
export const faultAt = (row: Row, state: RowState | undefined, column: number, idColumn: number): string | undefined =>
  row.faults.get(column) ?? (column === idColumn ? state?.repeated : undefined);
