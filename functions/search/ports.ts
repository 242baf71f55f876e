import type { Single } from './domain/singles.ts';
import type { Term } from './domain/term.ts';

/** A block as it is read. */
export interface StoredBlock {
  readonly SK: string;
  readonly body: Uint8Array;
}

/** A single entry as it is read. */
export interface StoredSingle {
  readonly SK: string;
  readonly c?: string | undefined;
}

/** Reads the table of the indexes. Eventually consistent. */
export interface IndexReader {
  /** The blocks of a partition whose keys come after a text, in ascending order, at most `limit`. */
  blocks(partition: string, after: string, limit: number): Promise<readonly StoredBlock[]>;
  /**
   * The single entries of a partition whose keys begin with a text and come after a key, in ascending order, at most
   * `limit`.
   */
  singles(
    partition: string,
    beginning: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly StoredSingle[]>;
}

/** Writes entries that are newer than the blocks. A single is written before its customer. */
export interface SingleWriter {
  write(singles: readonly Single[]): Promise<void>;
}

/** Customers that may match, in the order of the index; one may be repeated. */
export interface Candidates {
  readonly customerIds: readonly string[];
  /** From which a later call goes on; undefined if there are no further candidates. */
  readonly next: string | undefined;
  /** A word with so many newer entries that not all were read: customers may be missing. */
  readonly commonWord: string | undefined;
}

/** The index of one CRM table, as one request sees it. */
export interface CustomerIndex {
  /** Codes of fields that became searchable a short time ago: customers may be missing until their entries are written. */
  readonly preparing: readonly string[];
  /**
   * The customers that may match: an index may still have values that a customer has no more, and it has every value that a
   * customer has.
   * @param terms all of which have to match; at least one
   * @param after `next` of an earlier call with the same terms
   * @param wanted candidates; a call may return fewer, and yet have a `next`
   * @throws DomainError `search.too-broad`
   */
  find(terms: readonly Term[], after: string | undefined, wanted: number): Promise<Candidates>;
}

/** Finds customers by indexed values. */
export interface CustomerSearch {
  open(tablePrefix: string): Promise<CustomerIndex>;
}
