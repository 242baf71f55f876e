import type { PageOf } from './pages-model.ts';

/**
 * Whether a list has an item. Reads the list until it finds one: a page of a filtered list may be empty and yet be followed
 * by others.
 */
export async function isListed<Item>(
  fetchPage: (cursor: string | undefined) => Promise<PageOf<Item>>,
  isWanted: (item: Item) => boolean,
): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await fetchPage(cursor);
    if (items.some(isWanted)) return true;
    cursor = nextCursor;
  } while (cursor !== undefined);
  return false;
}
