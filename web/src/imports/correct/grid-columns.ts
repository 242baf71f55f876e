import type { EditColumn } from '../../shared/grid/edit-column.ts';
import { type Corrections, cellOf, customerIdColumn, type Row } from './corrections-model.ts';
import { idOfColumn } from './places-model.ts';
import { faultAt, type RowState, type Summary } from './summary-model.ts';
import { CORRECT } from './text.ts';

const WIDTH = 10;

/** The columns of the grid: the record, then the columns of the file. @param shown positions of the latter, from 0 */
export function gridColumns(
  { columns, ...corrections }: Corrections,
  { states }: Summary,
  shown: readonly number[],
): readonly EditColumn<Row>[] {
  const idColumn = customerIdColumn({ columns, ...corrections });
  const stateOf = ({ record }: Row): RowState | undefined => states[record.index];
  const leading: EditColumn<Row>[] = [
    {
      id: 'line',
      header: idColumn === -1 ? CORRECT.line : CORRECT.lineAndId,
      width: 12,
      cell: (row) => {
        const line = row.record.report?.line ?? CORRECT.unknownLine;
        return idColumn === -1 ? line : `${line} · ${cellOf(row, idColumn)}`;
      },
    },
    {
      id: 'import',
      header: CORRECT.imported,
      width: 6,
      cell: ({ isLeftOut }) => (isLeftOut ? CORRECT.isLeftOut : CORRECT.isImported),
    },
    { id: 'reason', header: CORRECT.reason, width: 16, cell: (row) => reasonText(row, stateOf(row)) },
  ];
  const ofFile = shown.map(
    (column): EditColumn<Row> => ({
      id: idOfColumn(column),
      header: columns[column]?.title ?? CORRECT.column(column + 1),
      width: WIDTH,
      cell: (row) => cellOf(row, column),
      value: (row) => cellOf(row, column),
      faultOf: (row) => faultAt(row, stateOf(row), column, idColumn),
      isChanged: ({ edits }) => edits.has(column),
      ...(columns[column]?.field && { choices: columns[column].field.listValues }),
    }),
  );
  return [...leading, ...ofFile];
}

/** What is wrong with a record, in a few words; the first reason of the import if nothing can be checked here. */
export function reasonText({ faults, record, edits }: Row, state: RowState | undefined): string {
  if (state?.recordFault !== undefined) return state.recordFault;
  const wrong = faults.size + (state?.repeated === undefined ? 0 : 1);
  if (wrong > 0) return CORRECT.wrongCells(wrong);
  return edits.size > 0 ? CORRECT.right : (record.report?.reasons[0]?.reason ?? CORRECT.right);
}
