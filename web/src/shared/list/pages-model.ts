/** How many items a page of a list shows. */
export const PAGE_SIZE = 25;
/** The most items that the API returns for one request. */
export const MOST_PER_REQUEST = 100;
/** The longest text that the API filters by. */
export const LONGEST_FILTER = 100;

export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

interface Reading<Item> {
  /** What the API has returned so far, in its order. A page may hold fewer items than requested, also none. */
  readonly read: readonly PageOf<Item>[];
  readonly hasMore: boolean;
  /** The page that the address names, from 1. */
  readonly wanted: number;
  readonly isFiltered: boolean;
}

interface Shown<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly knownPages: number;
  /** How many items are known so far. */
  readonly known: number;
  /** Whether the API has to be read on to fill the page. */
  readonly isIncomplete: boolean;
}

/**
 * The page of a list that the address names, as far as the API has been read.
 *
 * A filtered list is read until an item of the next page is known: an API page with a `nextCursor` may be followed by none
 * that matches, and the list would offer a page without items.
 */
export function shownPage<Item>({ read, hasMore, wanted, isFiltered }: Reading<Item>): Shown<Item> {
  const all = read.flatMap(({ items }) => items);
  const needed = wanted * PAGE_SIZE + (isFiltered ? 1 : 0);
  const isIncomplete = hasMore && all.length < needed;
  const knownPages = Math.ceil(all.length / PAGE_SIZE);
  const page = isIncomplete ? wanted : Math.min(wanted, Math.max(1, knownPages));
  const items = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { items, page, knownPages, known: all.length, isIncomplete };
}
