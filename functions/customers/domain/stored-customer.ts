import type { BulkJob } from './bulk-job.ts';
import { type Cells, CLEARED } from './customer-fields.ts';

/** A customer as an import finds it, seen through the job's columns. */
export interface StoredCustomer {
  readonly customerId: string;
  readonly version: number;
  /** The import that wrote it last; undefined if none did. */
  readonly importId: string | undefined;
  /** The fence of the import that wrote it last; 0 if none did, or if it was stored before customers carried a fence. */
  readonly fence: number;
  /** Set on a tombstone: when the customer was deleted. */
  readonly deletedAt: string | undefined;
  /** One value for each of the job's columns; `''` where nothing is stored. */
  readonly cells: Cells;
}

/** Whether writing the cells would leave every stored value as it is: by code points, blank being absent. */
export function isUnchanged(job: BulkJob, stored: StoredCustomer, cells: Cells): boolean {
  const keepsBlank = job.blank === 'keep';
  return cells.every((cell, column) => {
    const value = stored.cells[column];
    return cell === value || (cell === '' && keepsBlank) || (cell === CLEARED && value === '');
  });
}
