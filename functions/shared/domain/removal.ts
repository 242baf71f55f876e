/** A CRM table that is deleted with everything that belongs to it. */
export interface RemovedTable {
  readonly prefix: string;
  readonly accountPrefix: string;
  readonly shardCount: number;
}

/** The next things that will be removed. */
export interface RemovalPage {
  /** How many of each kind, for the certificate of the deletion: `{ customers: 1000 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Says to `remove` what is counted here: JSON of the removal's own form, at most some KB. */
  readonly range: string;
  /** Where the next page begins: for `page`. */
  readonly position: number;
}

/**
 * Removes what one context has stored for a CRM table. A page is counted and recorded before it is removed, so that the
 * counts are exact although a worker may be killed at any moment.
 */
export interface Removal {
  /** What the page of the deletion shows while the removal runs: `customers`. */
  readonly name: string;
  /**
   * Counts what is to be removed next. A page that was removed does not come again.
   * @param position of the page before, which was removed; 0 at first
   * @returns undefined if nothing is left
   */
  page(table: RemovedTable, position: number): Promise<RemovalPage | undefined>;
  /** Removes what a page has counted. May be repeated. */
  remove(table: RemovedTable, range: string): Promise<void>;
}
