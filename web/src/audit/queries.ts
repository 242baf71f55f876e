import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Api, bodyOf } from '../shared/api/client.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { useApi } from '../shared/services.tsx';
import { type AuditEntry, type AuditFilter, queryOf } from './model.ts';

/** A file with more entries takes minutes to read, and no spreadsheet is pleasant with it. */
export const MOST_DOWNLOADED = 10_000;

const fetchPage = (api: Api, filter: AuditFilter, cursor: string | undefined, signal?: AbortSignal) =>
  bodyOf(
    api.GET('/audit', {
      params: { query: { limit: MOST_PER_REQUEST, cursor, ...queryOf(filter) } },
      ...(signal && { signal }),
    }),
  );

/** The entries that match, read page by page. A page may be empty and yet be followed by others: those are read at once. */
export function useAudit(filter: AuditFilter) {
  const api = useApi();
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => fetchPage(api, filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Each act of the console may add an entry.
    staleTime: 0,
  });
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  const isBehind = entries.length === 0 && hasNextPage && !isFetching && !error;
  useEffect(() => {
    if (isBehind) void fetchNextPage();
  }, [isBehind, fetchNextPage]);
  return { entries, error, hasMore: hasNextPage, isReading: isFetching, readMore: () => void fetchNextPage() };
}

/** Reads every entry that matches, at most `MOST_DOWNLOADED`. @param onRead called with the number that is read so far */
export async function readAudit(api: Api, filter: AuditFilter, onRead: (count: number) => void): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await fetchPage(api, filter, cursor);
    entries.push(...items);
    onRead(entries.length);
    cursor = nextCursor;
  } while (cursor !== undefined && entries.length < MOST_DOWNLOADED);
  return entries.slice(0, MOST_DOWNLOADED);
}
