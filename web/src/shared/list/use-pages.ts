import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearch } from '../router/use-search.ts';
import { PAGE_SIZE, type PageOf, shownPage } from './pages-model.ts';

export interface PageOrder {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly filter: string | undefined;
  readonly signal: AbortSignal;
}

export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly page: number;
  /** How many pages are known so far. */
  readonly knownPages: number;
  /** How many items are known so far. */
  readonly known: number;
  readonly hasMore: boolean;
  readonly filter: string;
  goTo(page: number): void;
  setFilter(filter: string): void;
  reload(): void;
}

/**
 * A list of the API, page by page. The page and the filter are in the address, so that a reload and a step back show the
 * same. The API's pages are reached in turn: opening page 3 reads the first three.
 * @param name tells apart several lists on one page
 */
export function usePages<Item>(
  name: string,
  key: QueryKey,
  fetchPage: (order: PageOrder) => Promise<PageOf<Item>>,
): Pages<Item> {
  const [search, setSearch] = useSearch();
  const filter = search.get(`${name}.filter`) ?? '';
  const wanted = Math.max(1, Number.parseInt(search.get(`${name}.page`) ?? '1', 10) || 1);
  const { data, error, isFetching, isPlaceholderData, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ limit: PAGE_SIZE, cursor: pageParam, filter: filter || undefined, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // While the user types a filter, the items of the filter before stay.
    placeholderData: keepPreviousData,
  });
  const shown = shownPage({ read: data?.pages ?? [], hasMore: hasNextPage, wanted, isFiltered: filter !== '' });
  const isBehind = shown.isIncomplete && !isPlaceholderData && !error;

  useEffect(() => {
    if (isBehind && !isFetching) void fetchNextPage();
  }, [isBehind, isFetching, fetchNextPage]);

  const isReading = isBehind || isPlaceholderData || (data === undefined && !error);
  return {
    items: shown.items,
    isLoading: isReading && shown.items.length === 0,
    error: data === undefined || shown.isIncomplete ? error : null,
    page: shown.page,
    knownPages: shown.knownPages,
    known: shown.known,
    hasMore: hasNextPage,
    filter,
    goTo: (next) => setSearch({ [`${name}.page`]: next === 1 ? undefined : String(next) }),
    setFilter: (text) => setSearch({ [`${name}.filter`]: text, [`${name}.page`]: undefined }, { replace: true }),
    reload: () => void refetch(),
  };
}
