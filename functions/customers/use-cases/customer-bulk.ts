import type { BulkJob, Outcome } from '../domain/bulk-job.ts';
import { CustomerCheck, type Intent } from '../domain/check-customer.ts';
import type { Cells } from '../domain/customer-fields.ts';
import { itemTooLarge, LARGEST_ITEM_BYTES } from '../domain/item-limit.ts';
import type { PreparedCustomer, RejectedCustomer } from '../domain/prepared-customer.ts';
import type { CustomerStore } from '../ports.ts';
import { estimateWrites, type WriteEstimate } from './estimate-writes.ts';
import { insertCustomers } from './insert-customers.ts';
import { type Draft, type Matches, type MatchOptions, matchCustomers } from './match-customers.ts';
import { type PreparedUpdate, updateCustomers } from './update-customers.ts';

/** The number of concurrent requests. */
export interface BulkSettings {
  /** Batches of 25 inserts. */
  readonly batchesInFlight: number;
  readonly updatesInFlight: number;
}

/** The most bytes of UTF-8 for one UTF-16 unit. */
const BYTES_PER_UNIT = 3;
/** Far more than the names, keys, version, import id and fence of an item take. */
const OVERHEAD_BYTES = 40_000;
const SURELY_SMALL_UNITS = (LARGEST_ITEM_BYTES - OVERHEAD_BYTES) / BYTES_PER_UNIT;

/** Reads and writes the customers of an import's CRM table in bulk. Every call may be repeated. */
export class CustomerBulk {
  readonly #job: BulkJob;
  readonly #store: CustomerStore;
  readonly #settings: BulkSettings;
  readonly #check: CustomerCheck;

  constructor(job: BulkJob, store: CustomerStore, settings: BulkSettings) {
    this.#job = job;
    this.#store = store;
    this.#settings = settings;
    this.#check = new CustomerCheck(job);
  }

  /**
   * Validates a record for `intent`. Pure.
   * @returns the customer with its warnings, or `rejected` with all problems
   */
  prepare(intent: Intent, customerId: string, cells: Cells): PreparedCustomer | RejectedCustomer {
    const checked = this.#check.check(intent, customerId, cells);
    if (checked.rejected || checked.characters < SURELY_SMALL_UNITS) return checked;
    return this.#store.itemBytes(checked) > LARGEST_ITEM_BYTES ? { rejected: [itemTooLarge()] } : checked;
  }

  /**
   * Compares records with the table. `drafts` have distinct Customer IDs, in descending order of their UTF-8 bytes.
   * @throws ImportSuperseded when a newer import has written one of the customers that are read
   */
  match(drafts: readonly Draft[], options: MatchOptions): Promise<Matches> {
    return matchCustomers(this.#job, this.#store, drafts, options);
  }

  /** Estimates the writes of a few records with distinct Customer IDs; reads the table only to compare them. */
  estimateWrites(drafts: readonly Draft[], options: { readonly compare: boolean }): Promise<WriteEstimate[]> {
    return estimateWrites(this.#job, this.#store, drafts, options.compare);
  }

  /**
   * Inserts customers, and calls `onOutcome` once for each as soon as its outcome is known, in no order. A customer
   * that already exists is compared, and then ignored, updated or failed; one that an earlier attempt of the same
   * import inserted counts as inserted. Takes customers from the iterable while writes are in flight, and passes the
   * same objects to `onOutcome`, so they may have more properties.
   * @throws ImportSuperseded when a newer import has written one of the customers; the remaining records get no outcome
   * @throws TableBusy when the table stays overloaded; repeat the call later with the same records
   */
  insert<C extends PreparedCustomer>(
    customers: Iterable<C>,
    onOutcome: (customer: C, outcome: Outcome) => void,
  ): Promise<void> {
    return insertCustomers(this.#job, this.#store, this.#settings.batchesInFlight, customers, onOutcome);
  }

  /** Like `insert`, for customers that existed in the given version when they were compared. */
  update<C extends PreparedUpdate>(
    customers: Iterable<C>,
    onOutcome: (customer: C, outcome: Outcome) => void,
  ): Promise<void> {
    return updateCustomers(this.#job, this.#store, this.#settings.updatesInFlight, customers, onOutcome);
  }
}
