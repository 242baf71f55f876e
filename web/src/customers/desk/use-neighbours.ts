import { navigate } from '../../shared/router/use-place.ts';
import { customerAddress } from './address.ts';
import type { DeskTable } from './desk-table.ts';
import { useHits } from './queries.ts';
import { neighboursOf } from './search-model.ts';
import { useKeptSearch } from './use-kept-search.ts';

/** The customers before and after one in the list of the last search. At its end the list is read on. */
export function useNeighbours(table: DeskTable, customerId: string) {
  const { search, keepSearch } = useKeptSearch(table);
  const { hits = [], hasMore, readMore } = useHits(table, search);
  const found = neighboursOf(hits, customerId);
  const open = (id: string | undefined) => {
    if (id === undefined) return;
    if (search) keepSearch({ ...search, opened: id });
    navigate(customerAddress(table, id));
  };
  if (!found) return undefined;
  const { position, previous, next } = found;
  const isLast = next === undefined;
  return {
    ...{ position, count: hits.length, hasMore },
    previous: previous === undefined ? undefined : () => open(previous),
    next:
      isLast && !hasMore
        ? undefined
        : () => (isLast ? void readMore().then((more) => open(neighboursOf(more, customerId)?.next)) : open(next)),
  };
}
