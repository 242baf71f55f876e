import { type CellChange, type Checked, cellOf, type Row } from './corrections-model.ts';

/** The cells of a record, and blank ones up to the last column of the file. */
function cellsOf({ columns }: Checked, row: Row): string[] {
  const length = Math.max(columns.length, row.record.cells.length);
  return Array.from({ length }, (_, column) => cellOf(row, column));
}

const changesTo = ({ record }: Row, cells: readonly string[]): CellChange[] =>
  cells.map((value, column) => ({ index: record.index, column, value }));

/**
 * A blank cell at a column: the values from there on move to the right, for a record that lacks a cell.
 * @returns undefined if the last cell has a value, which would be lost
 */
export function insertion(checked: Checked, row: Row, column: number): CellChange[] | undefined {
  const cells = cellsOf(checked, row);
  if (column >= cells.length || cells.at(-1) !== '') return undefined;
  return changesTo(row, cells.toSpliced(column, 0, '').slice(0, -1));
}

/**
 * A cell and the next one as one: the values after them move to the left, for a record with a value that its delimiter
 * divides. A blank cell is removed in this way.
 * @returns undefined at the last cell
 */
export function join(checked: Checked, row: Row, column: number): CellChange[] | undefined {
  const cells = cellsOf(checked, row);
  if (column + 1 >= cells.length) return undefined;
  const joined = cells.slice(column, column + 2).filter((cell) => cell !== '');
  return changesTo(row, [...cells.toSpliced(column, 2, joined.join(checked.delimiter)), '']);
}
