import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type Api, bodyOf } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/schema.ts';
import { useApi } from '../../shared/services.tsx';
import { useNames as useNamesOf } from '../../shared/session/names.ts';
import { conditionsOf, type Entry, type Filter, isFiltered } from './history-model.ts';
import { HISTORY } from './text.ts';

type Schemas = components['schemas'];

/** The address of a customer. */
export interface CustomerAddress {
  readonly prefix: string;
  readonly customerId: string;
}

export const historyKey = ({ prefix, customerId }: CustomerAddress) => ['customer-history', prefix, customerId];

const historyQuery = (api: Api, address: CustomerAddress, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...historyKey(address), 'entries', filter],
    queryFn: ({ pageParam: cursor, signal }): Promise<Schemas['FoundHistoryPage']> => {
      if (isFiltered(filter)) return found(api, address, { ...conditionsOf(filter), limit: 25, cursor }, signal);
      const params = { path: { ...address }, query: { limit: 25, ...(cursor !== undefined && { cursor }) } };
      return bodyOf(api.GET('/crm-tables/{prefix}/customers/{customerId}/history', { params, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** A search by a text may hold personal data, so its conditions are in a body and not in the address. */
function found(api: Api, address: CustomerAddress, body: Schemas['HistorySearch'], signal: AbortSignal) {
  const params = { path: { ...address } };
  return bodyOf(api.POST('/crm-tables/{prefix}/customers/{customerId}/history-searches', { params, body, signal }));
}

const lastOf = (pages: readonly Schemas['FoundHistoryPage'][]) => pages.at(-1);

const entriesOf = (pages: ReadonlyArray<{ readonly items: readonly Entry[] }>): readonly Entry[] =>
  pages.flatMap(({ items }) => items);

/** The entries that match, as far as they were read; `entries` is undefined before the first page. */
export function useHistory(address: CustomerAddress, filter: Filter) {
  const { data, ...query } = useInfiniteQuery(historyQuery(useApi(), address, filter));
  const entries = data && entriesOf(data.pages);
  return {
    entries,
    /** Until when a search has come; undefined at the end. */
    searchedTo: data && lastOf(data.pages)?.searchedTo,
    error: query.error,
    hasMore: query.hasNextPage,
    isReading: query.isFetching,
    readMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

/** What an import changed. A change that is over stays as it is, but its files may not be written yet. */
export function useImportedChange({ prefix, customerId }: CustomerAddress, importId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...historyKey({ prefix, customerId }), 'imports', importId],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/customers/{customerId}/history/imports/{importId}', {
          params: { path: { prefix, customerId, importId } },
          signal,
        }),
      ),
  });
}

/** The names of users by their ids. A user who is gone has none. */
export const useNames = (userIds: readonly string[]): ((userId: string) => string) => useNamesOf(userIds, HISTORY.you);
