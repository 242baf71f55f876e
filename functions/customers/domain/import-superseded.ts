import type { BulkJob } from './bulk-job.ts';
import type { StoredCustomer } from './stored-customer.ts';

/**
 * A newer import has written to the CRM table: this import has lost the table and its worker must stop. A retry would
 * fail in the same way.
 */
export class ImportSuperseded extends Error {
  override readonly name = 'ImportSuperseded';

  constructor({ importId, fence }: Pick<BulkJob, 'importId' | 'fence'>) {
    super(`Import ${importId} runs under fence ${fence}, and an import with a higher fence has written customers.`);
  }
}

export function isSuperseded(job: Pick<BulkJob, 'fence'>, stored: Pick<StoredCustomer, 'fence'>): boolean {
  return stored.fence > job.fence;
}
