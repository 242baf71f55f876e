import { keepPreviousData, useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import type { Conditions, Filter } from './model.ts';

type Input = components['schemas']['FilterInput'];

/** The saved filters of a CRM table, in pages that the address names. */
export function useFilterPages(prefix: string): Pages<Filter> {
  const api = useApi();
  return usePages('filters', ['filters', prefix, 'list'], ({ limit, cursor, filter, signal }) =>
    bodyOf(
      api.GET('/crm-tables/{prefix}/filters', {
        params: { path: { prefix }, query: { limit, cursor, filter } },
        signal,
      }),
    ),
  );
}

/** One filter with its ETag. @throws ApiError while rendering if it cannot be read */
export function useFilter(prefix: string, filterId: string): Answer<Filter> {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: ['filters', prefix, 'one', filterId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/crm-tables/{prefix}/filters/{filterId}', { params: { path: { prefix, filterId } }, signal })),
  }).data;
}

/** The writes of filters. Each makes the lists be read again. @throws ApiError */
export function useFilterWrites(prefix: string) {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['filters', prefix] });
  const header = (etag: string) => ({ 'if-match': etag, ...oneTime() });
  return {
    async create(body: Input): Promise<void> {
      await bodyOf(api.POST('/crm-tables/{prefix}/filters', { params: { path: { prefix }, header: oneTime() }, body }));
      await refresh();
    },
    async update(filterId: string, body: Input, etag: string): Promise<void> {
      const params = { path: { prefix, filterId }, header: header(etag) };
      await bodyOf(api.PUT('/crm-tables/{prefix}/filters/{filterId}', { params, body }));
      await refresh();
    },
    async remove(filterId: string, etag: string): Promise<void> {
      const params = { path: { prefix, filterId }, header: header(etag) };
      await done(api.DELETE('/crm-tables/{prefix}/filters/{filterId}', { params }));
      client.removeQueries({ queryKey: ['filters', prefix, 'one', filterId] });
      await refresh();
    },
  };
}

/** Counts the customers that fulfil conditions, as far as the user lets it read. @param all undefined while incomplete */
export function useFilterCount(prefix: string, all: Conditions | undefined) {
  const api = useApi();
  const { data, ...query } = useInfiniteQuery({
    queryKey: ['filters', prefix, 'count', all],
    enabled: all !== undefined,
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam: cursor, signal }) =>
      bodyOf(
        api.POST('/crm-tables/{prefix}/filter-counts', {
          params: { path: { prefix } },
          body: { all: all ?? [], ...(cursor !== undefined && { cursor }) },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const sum = (of: 'matching' | 'read') => (data?.pages ?? []).reduce((total, page) => total + page[of], 0);
  return { ...query, count: data && { matching: sum('matching'), read: sum('read') } };
}
