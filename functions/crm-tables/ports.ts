import type { PublishedTable } from './domain/published-table.ts';

/** What a prefix stands for at this moment. */
export type PublishedLookup =
  | { readonly status: 'unknown' }
  | { readonly status: 'draft-only'; readonly accountPrefix: string }
  | { readonly status: 'published'; readonly table: PublishedTable };

/** Published versions, for imports, searches and whoever else works on customers. Prefixes are upper case. */
export interface PublishedTableReader {
  readPublished(prefix: string): Promise<PublishedLookup>;
  /** One version, whether or not it is still the published one; undefined if there is none such. */
  readVersion(prefix: string, version: number): Promise<PublishedTable | undefined>;
}

/**
 * The greatest `n` of the Customer IDs `<PREFIX>_<n>` that a table has seen or handed out.
 * It only ever rises, so that no generated ID comes twice.
 */
export interface HighWaterMarks {
  /** @throws DomainError `crm-table.not-found` */
  raiseHighWaterMark(prefix: string, atLeast: number): Promise<void>;
  /**
   * Takes `count` numbers above the mark and above `atLeast`: `first` to `first + count - 1` are the caller's alone.
   * A caller that dies leaves a gap, never a number used twice.
   * @throws DomainError `crm-table.not-found`
   */
  reserveBlock(prefix: string, count: number, atLeast: number): Promise<{ readonly first: number }>;
}
