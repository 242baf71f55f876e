import type { AccountScope } from '../shared/domain/caller.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { CrmTable } from './domain/crm-table.ts';
import type { Draft } from './domain/draft.ts';
import type { PublishedTable } from './domain/published-table.ts';
import type { TableSummary, VersionSummary } from './domain/summaries.ts';

/** What a prefix stands for at this moment. */
export type PublishedLookup =
  | { readonly status: 'unknown' }
  | { readonly status: 'draft-only'; readonly accountPrefix: string }
  | { readonly status: 'published'; readonly table: PublishedTable };

/** Published versions, for every context that works on customers. Prefixes are upper case. */
export interface PublishedTableReader {
  readPublished(prefix: string): Promise<PublishedLookup>;
  /** One version, whether or not it is still the published one; undefined if there is none such. */
  readVersion(prefix: string, version: number): Promise<PublishedTable | undefined>;
}

/** Which CRM tables there are. */
export interface TableDirectory {
  /** The prefixes of all CRM tables of these accounts, drafts included, in no order; eventually consistent. */
  prefixesOf(accounts: AccountScope): Promise<string[]>;
}

/**
 * The greatest `n` of the Customer IDs `<PREFIX>_<n>` that a table has seen or handed out.
 * It only ever rises, so that no generated ID comes twice.
 */
export interface HighWaterMarks {
  raiseHighWaterMark(prefix: string, atLeast: number): Promise<void>;
  /**
   * Takes `count` numbers above the mark and above `atLeast`: `first` to `first + count - 1` are the caller's alone.
   * A caller that dies leaves a gap, never a number used twice.
   */
  reserveBlock(prefix: string, count: number, atLeast: number): Promise<{ readonly first: number }>;
}

/** A table and what an administrator is making of it. */
export interface TableWithDraft {
  readonly table: CrmTable;
  readonly draft: Revised<Draft>;
}

/** Prefixes are upper case. All that a write depends on is checked in the write itself. */
export interface CrmTableRepository {
  create(table: CrmTable, draft: Draft): Promise<'created' | 'prefix-taken' | 'account-unknown'>;
  /** Undefined also for a table of another account. */
  read(accountPrefix: string, prefix: string): Promise<TableWithDraft | undefined>;
  /** By prefix. */
  list(accountPrefix: string, page: PageRequest): Promise<Page<TableSummary>>;
  /** Stores `after` if the draft still has the revision of `before`, and raises the revision by one. */
  replaceDraft(table: CrmTable, before: Revised<Draft>, after: Draft): Promise<'written' | 'stale'>;
  /**
   * Adds the version and makes it the published one, if the draft still has this revision, which it raises by one, no
   * one has published in between, and no import runs on the table.
   */
  publish(
    version: PublishedTable,
    table: CrmTable,
    draftRevision: number,
  ): Promise<'published' | 'stale' | 'published-meanwhile' | 'import-running'>;
  /** The newest first. */
  listVersions(prefix: string, page: PageRequest): Promise<Page<VersionSummary>>;
}
