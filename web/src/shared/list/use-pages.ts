import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearch } from '../router/use-search.ts';

export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export interface PageOrder {
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
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam, signal }) => fetchPage({ cursor: pageParam, filter: filter || undefined, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const pages = data?.pages ?? [];
  const isBehind = pages.length < wanted && hasNextPage && !error;

  useEffect(() => {
    if (isBehind && !isFetching) void fetchNextPage();
  }, [isBehind, isFetching, fetchNextPage]);

  const page = isBehind ? wanted : Math.min(wanted, Math.max(1, pages.length));
  return {
    items: pages[page - 1]?.items ?? [],
    isLoading: isBehind || (data === undefined && !error),
    error: data === undefined || isBehind ? error : null,
    page,
    knownPages: pages.length,
    hasMore: hasNextPage,
    filter,
    goTo: (next) => setSearch({ [`${name}.page`]: next === 1 ? undefined : String(next) }),
    setFilter: (text) => setSearch({ [`${name}.filter`]: text, [`${name}.page`]: undefined }, { replace: true }),
    reload: () => void refetch(),
  };
}
