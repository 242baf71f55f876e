import type { Filter } from './filter.ts';

/** Requests at most `limit` items after the position `after` (exclusive). */
export interface PageRequest {
  readonly limit: number;
  readonly after: string | undefined;
  /** Of the items that one page reads, only those that match are returned: fewer than `limit`, or none. */
  readonly filter?: Filter;
}

/** Items in key order; `next` is the position of the next page, absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
