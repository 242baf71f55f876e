import type { PublishedTable } from '../crm-tables/index.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { CustomerFields } from './domain/customer-fields.ts';
import type { CustomerRecord } from './domain/customer-record.ts';
import type { HistoryEvent } from './domain/history-event.ts';
import type { PreparedCustomer, Problem } from './domain/prepared-customer.ts';
import type { IdRange, RangeSample } from './domain/read-method.ts';
import type { SearchTerm } from './domain/search-terms.ts';
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

/**
 * Single customers, as people read and write them. Each write stores the event of the history in the same transaction, and
 * keeps the import id and the fence of the customer. Tombstones are returned, too.
 */
export interface CustomerRecords {
  /** @param consistent at twice the price; for a read that a write is based on */
  read(table: PublishedTable, customerId: string, consistent: boolean): Promise<CustomerRecord | undefined>;
  /** At most 100 distinct IDs; the existing ones, in no order. Eventually consistent. */
  readMany(table: PublishedTable, customerIds: readonly string[]): Promise<readonly CustomerRecord[]>;
  /** Stores a new customer in the place of nothing, or of this tombstone. */
  create(
    fields: CustomerFields,
    customer: PreparedCustomer,
    tombstone: CustomerRecord | undefined,
    event: HistoryEvent,
  ): Promise<EditReply>;
  /** Writes the given fields of a customer that still has the version that was read. */
  update(
    fields: CustomerFields,
    customer: PreparedCustomer,
    before: CustomerRecord,
    event: HistoryEvent,
  ): Promise<EditReply>;
  /**
   * Replaces a customer that still has the version that was read by a tombstone without values, and orders the removal of
   * the values in its history.
   */
  remove(table: PublishedTable, before: CustomerRecord, event: HistoryEvent): Promise<EditReply>;
}

export type EditReply = 'written' | 'condition-failed';

/** What people have changed, by customer. */
export interface CustomerHistory {
  /** The newest first. @param consistent at twice the price */
  list(table: PublishedTable, customerId: string, page: PageRequest, consistent: boolean): Promise<Page<HistoryEvent>>;
  /** The position after this event. */
  placeOf(event: HistoryEvent): string;
  /** The removal that a deletion of the customer has ordered; undefined if it is complete. Strongly consistent. */
  findRemoval(table: PublishedTable, customerId: string): Promise<ValueRemoval | undefined>;
  /** Removals that are not complete, in no order, at most `limit`. */
  listRemovals(limit: number): Promise<readonly ValueRemoval[]>;
  /**
   * Removes the values from the events before a deletion, page by page, and stores how far it has come. May be repeated.
   * @param shouldContinue is called before each page
   */
  removeValues(removal: ValueRemoval, shouldContinue: ShouldContinue): Promise<'complete' | 'open'>;
}

/** The removal of the values from the events that are older than the deletion of their customer. */
export interface ValueRemoval {
  /** The partition of the customer's events. */
  readonly partition: string;
  readonly prefix: string;
  readonly customerId: string;
  /** The place of the event of the deletion. */
  readonly deletion: string;
  /** The place of the last event that has lost its values; at first that of the deletion. */
  readonly after: string;
}

/** Customers that may match: the index may still have a value that the customer has no more. */
export interface Candidate {
  readonly customerId: string;
  /** The position of the term by which the customer was found. */
  readonly term: number;
  /** From which a later call goes on after this candidate. */
  readonly position: string;
}

/** Finds customers by indexed values. */
export interface CustomerSearch {
  /**
   * @param terms of searchable fields, at least one
   * @param combine `all`: the candidates of a term of the adapter's choice; `any`: those of each term, one after another
   * @param after a position of an earlier call with the same terms
   */
  find(
    table: PublishedTable,
    terms: readonly SearchTerm[],
    combine: 'all' | 'any',
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly candidates: readonly Candidate[]; readonly isLast: boolean }>;
}

/** Searches that have further pages, each for its user alone and for some minutes. */
export interface OpenSearches {
  save(userId: string, search: OpenSearch): Promise<string>;
  /** Undefined also for the search of another user and for one whose time is over. */
  find(userId: string, id: string): Promise<OpenSearch | undefined>;
}

export interface OpenSearch {
  readonly prefix: string;
  readonly text?: string | undefined;
  readonly fields: ReadonlyArray<{ readonly code: string; readonly value: string }>;
  readonly position: string;
}
