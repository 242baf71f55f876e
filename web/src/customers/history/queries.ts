import { infiniteQueryOptions, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { type Api, bodyOf } from '../../shared/api/client.ts';
import { useApi } from '../../shared/services.tsx';
import { useMay, useMe } from '../../shared/session/me.ts';
import { userQuery } from '../../users/queries.ts';
import type { Entry } from './history-model.ts';
import { HISTORY } from './text.ts';

/** The address of a customer. */
export interface CustomerAddress {
  readonly prefix: string;
  readonly customerId: string;
}

const historyKey = ({ prefix, customerId }: CustomerAddress) => ['customer-history', prefix, customerId];

const historyQuery = (api: Api, address: CustomerAddress) =>
  infiniteQueryOptions({
    queryKey: historyKey(address),
    queryFn: ({ pageParam: cursor, signal }) => {
      const params = { path: { ...address }, query: { limit: 25, ...(cursor !== undefined && { cursor }) } };
      return bodyOf(api.GET('/crm-tables/{prefix}/customers/{customerId}/history', { params, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const entriesOf = (pages: ReadonlyArray<{ readonly items: readonly Entry[] }>): readonly Entry[] =>
  pages.flatMap(({ items }) => items);

/** The history as far as it was read; `entries` is undefined before the first page. */
export function useHistory(address: CustomerAddress) {
  const { data, ...query } = useInfiniteQuery(historyQuery(useApi(), address));
  const entries = data && entriesOf(data.pages);
  return {
    entries,
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

/** Names do not change while one reads. */
const NAMES_STALE_MS = 300_000;

/** The names of users by their ids. A user who may not manage users sees the ids of the others. */
export function useNames(userIds: readonly string[]): (userId: string) => string {
  const api = useApi();
  const me = useMe();
  const mayRead = useMay()('users.manage');
  const others = mayRead ? userIds.filter((userId) => userId !== me.userId) : [];
  const found = useQueries({
    queries: others.map((userId) => ({ ...userQuery(api, userId), staleTime: NAMES_STALE_MS, retry: false })),
  });
  const names = new Map(others.map((userId, at) => [userId, found[at]?.data?.body.fullName]));
  return (userId) => (userId === me.userId ? HISTORY.you : (names.get(userId) ?? userId));
}
