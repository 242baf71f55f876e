import type { BulkJob } from '../domain/bulk-job.ts';
import { CustomerCheck } from '../domain/check-customer.ts';
import { singlesOfInsert, singlesOfUpdate } from '../domain/import-singles.ts';
import { isUnchanged, type StoredCustomer, valuesBefore } from '../domain/stored-customer.ts';
import { accepted, cellsAfter, unitsOfItem } from '../domain/write-units.ts';
import type { CustomerStore } from '../ports.ts';
import type { Draft } from './match-customers.ts';

/** The estimated write of one record. */
export interface WriteEstimate {
  readonly kind: 'insert' | 'update' | 'unchanged' | 'rejected';
  /** Units of the write, with those of single entries if the job writes them; 0 if nothing is written. */
  readonly writeUnits: number;
  /** The searchable values that are new. */
  readonly newEntries: number;
  /** Size of the customer's item after the write. */
  readonly itemBytes: number;
}

/**
 * Estimates what an import of the records would write; writes nothing. `drafts` are few, with distinct Customer IDs.
 * @param compare whether to read the table; if not, every record counts as new
 */
export async function estimateWrites(
  job: BulkJob,
  store: CustomerStore,
  drafts: readonly Draft[],
  compare: boolean,
): Promise<WriteEstimate[]> {
  const found = new Map<string, StoredCustomer>();
  const ids = compare ? drafts.map(({ customerId }) => customerId) : [];
  await store.getMany(ids, false, (stored) => {
    if (stored.deletedAt === undefined) found.set(stored.customerId, stored);
  });
  const check = new CustomerCheck(job);
  return drafts.map((draft) => {
    const stored = found.get(draft.customerId);
    return stored ? estimateUpdate(job, store, check, draft, stored) : estimateInsert(job, store, check, draft);
  });
}

const REJECTED: WriteEstimate = { kind: 'rejected', writeUnits: 0, newEntries: 0, itemBytes: 0 };

/** A single entry is smaller than a write unit. */
const unitsOfEntries = ({ search }: BulkJob, entries: number): number => (search === 'singles' ? entries : 0);

function estimateInsert(job: BulkJob, store: CustomerStore, check: CustomerCheck, draft: Draft): WriteEstimate {
  const customer = accepted(check.check('insert', draft.customerId, draft.cells));
  if (!customer) return REJECTED;
  const itemBytes = store.itemBytes(customer);
  const newEntries = singlesOfInsert(job, customer).length;
  const writeUnits = unitsOfItem(itemBytes) + unitsOfEntries(job, newEntries);
  return { kind: 'insert', writeUnits, newEntries, itemBytes };
}

function estimateUpdate(
  job: BulkJob,
  store: CustomerStore,
  check: CustomerCheck,
  { customerId, cells }: Draft,
  stored: StoredCustomer,
): WriteEstimate {
  const before = accepted(check.check('update', customerId, stored.cells));
  const after = accepted(check.check('update', customerId, cellsAfter(job, stored.cells, cells)));
  if (isUnchanged(job, stored, cells)) {
    return { kind: 'unchanged', writeUnits: 0, newEntries: 0, itemBytes: after ? store.itemBytes(after) : 0 };
  }
  if (!after) return REJECTED;
  const itemBytes = store.itemBytes(after);
  // An update is charged for the larger of the two items.
  const units = unitsOfItem(Math.max(itemBytes, before ? store.itemBytes(before) : 0));
  const newEntries = singlesOfUpdate(job, after, valuesBefore(job, stored, cells)).length;
  return { kind: 'update', writeUnits: units + unitsOfEntries(job, newEntries), newEntries, itemBytes };
}
