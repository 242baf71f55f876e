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

/** How many requests are under way at once. */
export interface BulkSettings {
  /** Batches of 25 inserts. */
  readonly batchesInFlight: number;
  readonly updatesInFlight: number;
}

/** UTF-8 takes at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;
/** Over what the names, keys, version, import ID, fence and index slots of an item can take, by a wide margin. */
const OVERHEAD_BYTES = 40_000;
const SURELY_SMALL_UNITS = (LARGEST_ITEM_BYTES - OVERHEAD_BYTES) / BYTES_PER_UNIT;

/** How one import reads and writes the customers of its CRM table, many at a time. Every call may be repeated. */
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
   * Validates a record for `intent`; returns the customer with its warnings, or the problems. Pure.
   * The answer has `rejected`, with every reason, when it may not.
   */
  prepare(intent: Intent, customerId: string, cells: Cells): PreparedCustomer | RejectedCustomer {
    const checked = this.#check.check(intent, customerId, cells);
    if (checked.rejected || checked.characters < SURELY_SMALL_UNITS) return checked;
    return this.#store.itemBytes(checked) > LARGEST_ITEM_BYTES ? { rejected: [itemTooLarge()] } : checked;
  }

  /**
   * Compares records with the table; `drafts` descend by the UTF-8 bytes of the Customer ID, none twice.
   * @throws ImportSuperseded when a newer import has written one of the customers that are read.
   */
  match(drafts: readonly Draft[], options: MatchOptions): Promise<Matches> {
    return matchCustomers(this.#job, this.#store, drafts, options);
  }

  /** What writing a few records would come to; reads the table only if they are to be compared. No Customer ID twice. */
  estimateWrites(drafts: readonly Draft[], options: { readonly compare: boolean }): Promise<WriteEstimate[]> {
    return estimateWrites(this.#job, this.#store, drafts, options.compare);
  }

  /**
   * Adds customers, each once, and says what became of each as it is known; in no order. One that is there already is compared,
   * and then ignored, updated or failed; one that an earlier attempt of the same import added counts as inserted.
   * The iterable is pulled bit by bit while writes are under way. What it yields comes back to `onOutcome`, so it may carry more.
   * @throws ImportSuperseded when a newer import has written one of the customers; the records without an outcome stay without.
   * @throws CustomersBusy when the table does not keep up for long; repeat the call later, with the same records.
   */
  insert<C extends PreparedCustomer>(
    customers: Iterable<C>,
    onOutcome: (customer: C, outcome: Outcome) => void,
  ): Promise<void> {
    return insertCustomers(this.#job, this.#store, this.#settings.batchesInFlight, customers, onOutcome);
  }

  /** As `insert`, for customers that were there, in the given version, when they were compared. */
  update<C extends PreparedUpdate>(
    customers: Iterable<C>,
    onOutcome: (customer: C, outcome: Outcome) => void,
  ): Promise<void> {
    return updateCustomers(this.#job, this.#store, this.#settings.updatesInFlight, customers, onOutcome);
  }
}
