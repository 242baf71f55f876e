import type { BulkJob } from './bulk-job.ts';
import { type Cells, CLEARED } from './customer-fields.ts';
import type { PreparedCustomer, RejectedCustomer } from './prepared-customer.ts';

/** DynamoDB charges writes in units of 1 KB, and one unit for each index entry that is added or removed. */
const WRITE_UNIT_BYTES = 1_024;

export const unitsOfItem = (bytes: number): number => Math.ceil(bytes / WRITE_UNIT_BYTES);

/** Write units of the index entries that a record adds, moves (one entry removed, one added) or removes. */
export function indexUnits(
  { table, columns }: Pick<BulkJob, 'table' | 'columns'>,
  before: Pick<PreparedCustomer, 'indexed'> | undefined,
  after: Pick<PreparedCustomer, 'indexed'>,
): number {
  const slotted = new Set(table.slots.map(({ code }) => code));
  let units = 0;
  for (const [column, { code }] of columns.entries()) {
    const [was, is] = [before?.indexed?.[column], after.indexed?.[column]];
    if (slotted.has(code) && was !== is) units += (was === undefined ? 0 : 1) + (is === undefined ? 0 : 1);
  }
  return units;
}

/** The customer's cells after the record is written over the stored ones. */
export function cellsAfter({ blank }: Pick<BulkJob, 'blank'>, stored: Cells, cells: Cells): Cells {
  if (blank === 'clear') return cells;
  return cells.map((cell, column) => {
    if (cell === CLEARED) return '';
    return cell === '' ? (stored[column] ?? '') : cell;
  });
}

/** The customer of a validated record; undefined if the record is rejected. */
export const accepted = (checked: PreparedCustomer | RejectedCustomer): PreparedCustomer | undefined =>
  checked.rejected ? undefined : checked;
