import type { BulkJob } from './bulk-job.ts';
import { type Cells, CLEARED, type ValuesBefore } from './customer-fields.ts';

/** A stored customer, reduced to the job's columns. */
export interface StoredCustomer {
  readonly customerId: string;
  readonly version: number;
  /** The import that wrote it last; undefined if none did. */
  readonly importId: string | undefined;
  /** The fence of the import that wrote it last; 0 if none did, or if it was stored before customers had a fence. */
  readonly fence: number;
  /** When the customer was deleted: then the item is a tombstone. */
  readonly deletedAt: string | undefined;
  /** One value for each of the job's columns; `''` if none is stored. */
  readonly cells: Cells;
}

/** Whether writing the cells would change no stored value. Values are compared by code points; blank equals absent. */
export function isUnchanged({ blank }: BulkJob, stored: StoredCustomer, cells: Cells): boolean {
  return cells.every((cell, column) => keepsValue(blank, stored.cells[column], cell));
}

function keepsValue(blank: BulkJob['blank'], value: string | undefined, cell: string): boolean {
  return cell === value || (cell === '' && blank === 'keep') || (cell === CLEARED && value === '');
}

/** The stored values that writing the cells would change. */
export function valuesBefore({ blank, columns }: BulkJob, stored: StoredCustomer, cells: Cells): ValuesBefore {
  const before: Record<string, string> = {};
  for (const [column, { code }] of columns.entries()) {
    const value = stored.cells[column] ?? '';
    if (!keepsValue(blank, value, cells[column] ?? '')) before[code] = value;
  }
  return before;
}
