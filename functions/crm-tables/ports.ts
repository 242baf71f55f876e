import type { AuditEntry } from '../shared/domain/audit/audit-entry.ts';
import type { AccountScope } from '../shared/domain/caller.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { IndexChange } from './domain/changes/index-change.ts';
import type { CrmTable } from './domain/crm-table.ts';
import type { Draft } from './domain/draft.ts';
import type { PublishedTable } from './domain/published-table.ts';
import type { TableSummary, VersionSummary } from './domain/summaries.ts';

/** The state of a prefix. */
export type PublishedLookup =
  | { readonly status: 'unknown' }
  | { readonly status: 'draft-only'; readonly accountPrefix: string }
  | { readonly status: 'published'; readonly table: PublishedTable };

/** Published versions, for every context that works on customers. Prefixes are in upper case. */
export interface PublishedTableReader {
  readPublished(tablePrefix: string): Promise<PublishedLookup>;
  /** A version, whether or not it is still the published one; undefined if it does not exist. */
  readVersion(tablePrefix: string, version: number): Promise<PublishedTable | undefined>;
}

/** The fields of a CRM table: of its published version, or before the first publication of its draft, as version 0. */
export type CurrentFields = Pick<PublishedTable, 'prefix' | 'accountPrefix' | 'version' | 'fields'>;

export interface CurrentFieldsReader {
  /** Undefined if there is no such table. */
  readCurrentFields(tablePrefix: string): Promise<CurrentFields | undefined>;
}

export interface DraftReader {
  /** Undefined if there is no such table. */
  readDraft(tablePrefix: string): Promise<Draft | undefined>;
}

export interface TableDirectory {
  /** The prefixes of all CRM tables of these accounts, drafts included, in no order; eventually consistent. */
  prefixesOf(accounts: AccountScope): Promise<string[]>;
}

/**
 * The greatest `n` of a table's Customer IDs `<PREFIX>_<n>`, imported or reserved. It never falls, so no generated ID
 * repeats.
 */
export interface HighWaterMarks {
  raiseHighWaterMark(tablePrefix: string, atLeast: number): Promise<void>;
  /**
   * Reserves `count` numbers above the mark and above `atLeast`: `first` to `first + count - 1` belong to the caller
   * alone. A caller that fails leaves a gap; no number is used twice.
   */
  reserveBlock(tablePrefix: string, count: number, atLeast: number): Promise<{ readonly first: number }>;
}

export interface TableWithDraft {
  readonly table: CrmTable;
  readonly draft: Revised<Draft>;
}

export type CreateTableRejection = 'prefix-taken' | 'account-unknown';
/** The reason why a version was not published. */
export type PublishRejection = 'stale' | 'published-meanwhile' | 'import-running';

/** Prefixes are in upper case. Each write checks its conditions itself. */
export interface CrmTableRepository {
  create(table: CrmTable, draft: Draft, entry: AuditEntry): Promise<'written' | CreateTableRejection>;
  /** Undefined also for a table of another account. */
  read(accountPrefix: string, tablePrefix: string): Promise<TableWithDraft | undefined>;
  /** Whether any account has a CRM table of this prefix. */
  has(tablePrefix: string): Promise<boolean>;
  /** In the order of the prefixes. */
  list(accountPrefix: string, page: PageRequest): Promise<Page<TableSummary>>;
  /** Stores `after` if the draft still has the revision of `before`, and raises the revision by one. */
  replaceDraft(table: CrmTable, before: Revised<Draft>, after: Draft, entry: AuditEntry): Promise<'written' | 'stale'>;
  /**
   * Adds the version and makes it the published one, if the draft still has this revision, no other version was
   * published meanwhile, and no import runs on the table. Raises the revision by one.
   * @param change if the search index has to be written again, which this orders
   */
  publish(
    version: PublishedTable,
    table: CrmTable,
    draftRevision: number,
    change: IndexChange | undefined,
    entry: AuditEntry,
  ): Promise<'written' | PublishRejection>;
  /** The newest first. */
  listVersions(tablePrefix: string, page: PageRequest): Promise<Page<VersionSummary>>;
}
