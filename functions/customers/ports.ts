import type { PreparedCustomer, Problem } from './domain/prepared-customer.ts';
import type { IdRange, RangeSample } from './domain/read-method.ts';
import type { StoredCustomer } from './domain/stored-customer.ts';

export type WriteReply = 'written' | 'condition-failed' | Problem;

/**
 * The customers of one CRM table, for one job. Every write is conditional, and stores the job's import id and fence. No
 * write changes a customer whose fence is higher than the job's. Transient errors (throttling, conflicts) are retried
 * inside.
 * @throws CustomersBusy when they persist: the state of the record is then unknown, and the caller has to repeat the
 * call
 */
export interface CustomerStore {
  /** The bytes of a new customer's item, by DynamoDB's rules. */
  itemBytes(customer: PreparedCustomer): number;
  /** Inserts customers that must not exist yet: at most 25, with distinct Customer IDs. Replies are in their order. */
  insert(customers: readonly PreparedCustomer[]): Promise<readonly WriteReply[]>;
  /** Replaces a tombstone of this version whose fence is not above the job's. */
  replace(customer: PreparedCustomer, version: number): Promise<WriteReply>;
  /** Updates the mapped fields of a customer that still has this version and whose fence is not above the job's. */
  update(customer: PreparedCustomer, version: number): Promise<WriteReply>;
  /** Calls `each` for every existing customer among these distinct IDs, tombstones included. */
  getMany(
    customerIds: readonly string[],
    consistent: boolean,
    each: (stored: StoredCustomer) => void,
    shouldContinue?: ShouldContinue,
  ): Promise<void>;
  /** Calls `each` for every customer in the range, tombstones included, in no order across shards. */
  readRange(
    range: IdRange,
    consistent: boolean,
    each: (stored: StoredCustomer) => void,
    shouldContinue?: ShouldContinue,
  ): Promise<void>;
  /** Reads the highest customers of one shard in the range, at most `limit`. */
  sampleRange(range: IdRange, limit: number): Promise<RangeSample>;
}

/** Called before each further request of a long read: false ends the read. */
export type ShouldContinue = () => boolean;

/** A transient error persisted through all attempts. */
export class CustomersBusy extends Error {
  override readonly name = 'CustomersBusy';
  readonly code: string;

  constructor(code: string) {
    super(`The customers table kept answering ${code}.`);
    this.code = code;
  }
}
