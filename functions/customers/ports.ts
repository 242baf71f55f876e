import type { PublishedTable } from '../crm-tables/index.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { CustomerFields, ValuesBefore } from './domain/customer-fields.ts';
import type { CustomerRecord } from './domain/customer-record.ts';
import type { HistoryEvent, StoredEvent } from './domain/history-event.ts';
import type { NoteChange, NoteEvent, NoteTextRevision, PinnedNote } from './domain/note.ts';
import type { PreparedCustomer, Problem } from './domain/prepared-customer.ts';
import type { IdRange, RangeSample } from './domain/read-method.ts';
import type { StoredCustomer } from './domain/stored-customer.ts';

export type WriteReply = 'written' | 'condition-failed' | Problem;

/**
 * The customers of one CRM table, for one job. Every write is conditional, and stores the job's import id and fence. No
 * write changes a customer whose fence is higher than the job's. Transient errors (throttling, conflicts) are retried
 * inside.
 * @throws TableBusy when they persist: the state of the record is then unknown, and the caller has to repeat the
 * call
 */
export interface CustomerStore {
  /** The bytes of a new customer's item, by DynamoDB's rules. */
  itemBytes(customer: PreparedCustomer): number;
  /** Inserts customers that must not exist yet: at most 25, with distinct Customer IDs. Replies are in their order. */
  insert(customers: readonly PreparedCustomer[]): Promise<readonly WriteReply[]>;
  /** Replaces a tombstone of this version whose fence is not above the job's. */
  replace(customer: PreparedCustomer, version: number): Promise<WriteReply>;
  /**
   * Updates the mapped fields of a customer that still has this version and whose fence is not above the job's.
   * @param before the values before of the fields that it changes; undefined if they are not known
   */
  update(customer: PreparedCustomer, version: number, before?: ValuesBefore): Promise<WriteReply>;
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

/** The requested values of a customer, by field code; a blank field has none. */
export interface CustomerValues {
  readonly customerId: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** Called before each further request of a long read: false ends the read. */
export type ShouldContinue = () => boolean;

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
   * the values and the notes in its history, and of its documents.
   */
  remove(table: PublishedTable, before: CustomerRecord, event: HistoryEvent): Promise<EditReply>;
}

export type EditReply = 'written' | 'condition-failed';

/** A page of one shard, in the order of the Customer IDs. */
export interface PageOfShard {
  readonly shard: number;
  /** The Customer ID after which the page begins; undefined for the first one. */
  readonly after: string | undefined;
  /** Of the items that are read, deleted customers included; DynamoDB ends a page after 1 MB. */
  readonly limit?: number | undefined;
  /** Of the fields to read, without the Customer ID. */
  readonly codes: readonly string[];
}

export interface CustomerPage {
  /** The number of items that were read, deleted customers included. */
  readonly read: number;
  /** Without deleted ones, each with the import that wrote it last. */
  readonly customers: readonly (CustomerValues & { readonly importId: string | undefined })[];
  /** What DynamoDB has charged for. */
  readonly bytes: number;
  /** The `after` of the next page; undefined on the last one. */
  readonly next: string | undefined;
}

/** A page of the changes by people in one shard, in the order of the Customer IDs, the newest of a customer first. */
export interface PageOfHistory {
  readonly shard: number;
  /** The sort key after which the page begins. */
  readonly after: string | undefined;
  /** The earliest time, ISO 8601. */
  readonly since: string;
  /** Without them only the Customer IDs and times are read. */
  readonly withValues: boolean;
}

export interface HistoryPage {
  readonly changes: readonly (Pick<HistoryEvent, 'kind' | 'at' | 'by' | 'changes'> & { readonly customerId: string })[];
  readonly next: string | undefined;
}

/** Whole CRM tables, page by page. Eventually consistent: what was written in the last second may be absent. */
export interface CustomerPages {
  customers(table: Pick<PublishedTable, 'prefix'>, page: PageOfShard): Promise<CustomerPage>;
  changes(table: Pick<PublishedTable, 'prefix'>, page: PageOfHistory): Promise<HistoryPage>;
}

/** What people have changed and written, by customer. */
export interface CustomerHistory {
  /** The newest first. @param consistent at twice the price */
  list(table: PublishedTable, customerId: string, page: PageRequest, consistent: boolean): Promise<Page<StoredEvent>>;
  /** The position after this event. */
  placeOf(event: StoredEvent): string;
  /** The removal that a deletion of the customer has ordered; undefined if it is complete. Strongly consistent. */
  findRemoval(table: PublishedTable, customerId: string): Promise<ValueRemoval | undefined>;
  /** Removals that are not complete, in no order, at most `limit`. */
  listRemovals(limit: number): Promise<readonly ValueRemoval[]>;
  /**
   * Removes the values and the notes from before a deletion, page by page, and stores how far it has come. May be repeated.
   * @param shouldContinue is called before each page
   */
  removeValues(removal: ValueRemoval, shouldContinue: ShouldContinue): Promise<'complete' | 'open'>;
}

/** The pinned notes of a customer; `revision` is 0 before the first one. */
export interface PinnedNotes {
  readonly notes: readonly PinnedNote[];
  readonly revision: number;
}

/** All that one act on a note writes. */
export interface NoteWrite {
  readonly note: NoteEvent;
  /** As it was read; undefined for a new note. */
  readonly before: NoteEvent | undefined;
  /** A new revision of the text. */
  readonly text?: NoteTextRevision;
  /** The event of the change; absent for a new note. */
  readonly change?: NoteChange;
  /** Whether each revision of the text is removed. */
  readonly removesTexts?: boolean;
  /** The list of pinned notes, where the act changes it. */
  readonly pins?: { readonly before: PinnedNotes; readonly after: readonly PinnedNote[] };
}

/** The notes on customers, with each revision of their texts. */
export interface CustomerNotes {
  /** Also a deleted one. Strongly consistent. */
  find(table: PublishedTable, customerId: string, noteId: string): Promise<NoteEvent | undefined>;
  /** The existing ones among these revisions of the text, in their order. */
  readTexts(
    table: PublishedTable,
    customerId: string,
    noteId: string,
    revisions: readonly number[],
  ): Promise<readonly NoteTextRevision[]>;
  /** @param consistent at twice the price */
  readPins(table: PublishedTable, customerId: string, consistent: boolean): Promise<PinnedNotes>;
  /**
   * Writes all of an act or nothing: `condition-failed` if the customer was deleted, or the note or the pinned notes have
   * changed since they were read.
   */
  write(table: PublishedTable, customer: CustomerRecord, write: NoteWrite): Promise<EditReply>;
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
  /** Which of the ways to read the search is followed. */
  readonly reading: number;
  /** From which the index goes on. */
  readonly position: string;
  /** Short hashes of the Customer IDs that earlier pages have shown. */
  readonly shown: readonly string[];
}

/**
 * What an import changed on one customer. `values` is absent if no values are to be had: `pending` until the import has
 * written its files, `missing` when they are gone or were never written.
 */
export interface ImportedChange {
  readonly fileName: string;
  readonly startedAt: string | undefined;
  readonly requestedBy: string | undefined;
  readonly state: 'complete' | 'pending' | 'missing';
  /** By field code; null for no value. */
  readonly values?: {
    readonly before: Readonly<Record<string, string | null>>;
    readonly after: Readonly<Record<string, string | null>>;
  };
}

/** Reads what imports changed on single customers, for their history. */
export interface ImportedChanges {
  /** When the import started; undefined if the CRM table has no such import, or it has not started. */
  startOf(tablePrefix: string, importId: string): Promise<string | undefined>;
  find(tablePrefix: string, importId: string, customerId: string): Promise<ImportedChange | undefined>;
}
