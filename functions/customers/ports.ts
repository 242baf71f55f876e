import type { PreparedCustomer, Problem } from './domain/prepared-customer.ts';
import type { IdRange, RangeSample } from './domain/read-method.ts';
import type { StoredCustomer } from './domain/stored-customer.ts';

/** The result of one conditional write. */
export type WriteReply = 'written' | 'condition-failed' | Problem;

/**
 * The customers of one CRM table as one job sees them. Every write is conditional, and stores the job's import ID and fence.
 * No write changes a customer that carries a higher fence than the job's.
 * Failures that pass (throttling, conflicts) are retried inside.
 * @throws CustomersBusy when they do not pass: nothing is known of the record then, and the caller has to come again.
 */
export interface CustomerStore {
  /** The bytes that the item of a new customer takes, by DynamoDB's rules. */
  itemBytes(customer: PreparedCustomer): number;
  /** Writes customers that must not be there yet: at most 25, no Customer ID twice. Answers in their order. */
  insert(customers: readonly PreparedCustomer[]): Promise<readonly WriteReply[]>;
  /** Puts a customer in the place of a tombstone of this version whose fence is not above the job's. */
  replace(customer: PreparedCustomer, version: number): Promise<WriteReply>;
  /** Changes the mapped fields of a customer that still has this version and whose fence is not above the job's. */
  update(customer: PreparedCustomer, version: number): Promise<WriteReply>;
  /** Calls `each` for every one of these customers, none named twice, that is there; tombstones too. */
  getMany(
    customerIds: readonly string[],
    consistent: boolean,
    each: (stored: StoredCustomer) => void,
    shouldContinue?: ShouldContinue,
  ): Promise<void>;
  /** Calls `each` for every customer in the range, tombstones too, in no order across shards. */
  readRange(
    range: IdRange,
    consistent: boolean,
    each: (stored: StoredCustomer) => void,
    shouldContinue?: ShouldContinue,
  ): Promise<void>;
  /** Looks at the highest customers of one shard in the range, at most `limit`. */
  sampleRange(range: IdRange, limit: number): Promise<RangeSample>;
}

/** Asked before each further request of a long reading: false ends it early. */
export type ShouldContinue = () => boolean;

/** A failure that was expected to pass did not. */
export class CustomersBusy extends Error {
  override readonly name = 'CustomersBusy';
  readonly code: string;

  constructor(code: string) {
    super(`The customers table kept answering ${code}.`);
    this.code = code;
  }
}
