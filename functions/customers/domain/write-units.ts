import type { BulkJob } from './bulk-job.ts';
import { type Cells, CLEARED } from './customer-fields.ts';
import type { PreparedCustomer, RejectedCustomer } from './prepared-customer.ts';

/** DynamoDB charges writes in units of 1 KB. */
const WRITE_UNIT_BYTES = 1_024;

export const unitsOfItem = (bytes: number): number => Math.ceil(bytes / WRITE_UNIT_BYTES);

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
