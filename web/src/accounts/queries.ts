import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import { isListed } from '../shared/list/is-listed.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { type Account, type AccountValues, isAccountPrefix, newAccountOf, updateOf } from './model.ts';

const ALL = ['accounts'] as const;
const LIST = [...ALL, 'list'] as const;
const oneKey = (accountPrefix: string) => [...ALL, 'one', accountPrefix] as const;

const fetchAccounts = (api: Api, { limit, cursor, filter, signal }: PageOrder) =>
  bodyOf(api.GET('/accounts', { params: { query: { limit, cursor, filter } }, signal }));

export const accountQuery = (api: Api, accountPrefix: string) => ({
  queryKey: oneKey(accountPrefix),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(api.GET('/accounts/{accountPrefix}', { params: { path: { accountPrefix } }, signal })),
});

/** The accounts by prefix, in pages that the address names. */
export function useAccountPages(): Pages<Account> {
  const api = useApi();
  return usePages('accounts', LIST, (order) => fetchAccounts(api, order));
}

/** The accounts by prefix, a hundred at once. @param filter a part of a name or prefix */
export const treeAccounts = (api: Api, filter?: string) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'tree', ...(filter === undefined ? [] : [filter])],
    queryFn: ({ pageParam, signal }) =>
      fetchAccounts(api, { limit: MOST_PER_REQUEST, cursor: pageParam, filter, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** The accounts by prefix, for a tree or a choice: the first hundred, and more on demand. @param filter as of `treeAccounts` */
export function useAccounts(filter?: string) {
  const {
    data: accounts = [],
    isPending,
    hasNextPage,
    fetchNextPage,
    isFetching,
  } = useInfiniteQuery({
    ...treeAccounts(useApi(), filter),
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
  return {
    accounts,
    isLoading: isPending,
    isFetching,
    hasMore: hasNextPage,
    showMore: () => void fetchNextPage(),
  };
}

/** One account with its ETag. @throws ApiError while rendering if it cannot be read */
export function useAccount(accountPrefix: string): Answer<Account> {
  return useSuspenseQuery(accountQuery(useApi(), accountPrefix)).data;
}

/** The cost in dollars above which an import of the account waits for a confirmation; undefined without a limit. */
export function useCostLimit(accountPrefix: string): number | undefined {
  return useQuery(accountQuery(useApi(), accountPrefix)).data?.body.confirmImportsOverDollars ?? undefined;
}

/** Whether an account has this prefix; false while it is not known. */
export function usePrefixTaken(prefix: string): boolean {
  const api = useApi();
  const accountPrefix = prefix.toUpperCase();
  const { data = false } = useQuery({
    queryKey: [...ALL, 'taken', accountPrefix],
    enabled: isAccountPrefix(prefix),
    queryFn: ({ signal }) =>
      isListed(
        (cursor) => fetchAccounts(api, { limit: MOST_PER_REQUEST, cursor, filter: accountPrefix, signal }),
        (account) => account.prefix === accountPrefix,
      ),
  });
  return data;
}

/** The writes of accounts. Each makes the lists and the account itself be read again. */
export function useAccountWrites() {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ALL });
  const target = (accountPrefix: string, etag: string) => ({
    path: { accountPrefix },
    header: { 'if-match': etag, ...oneTime() },
  });
  return {
    async create(values: AccountValues): Promise<Account> {
      const created = await bodyOf(
        api.POST('/accounts', { params: { header: oneTime() }, body: newAccountOf(values) }),
      );
      await refresh();
      return created;
    },
    async update(accountPrefix: string, values: AccountValues, etag: string): Promise<void> {
      const params = target(accountPrefix, etag);
      await bodyOf(api.PUT('/accounts/{accountPrefix}', { params, body: updateOf(values) }));
      await refresh();
    },
    /** @throws ApiError `account.in-use` while the account has campaigns, CRM tables or users with a role for it */
    async remove(accountPrefix: string, etag: string): Promise<void> {
      await done(api.DELETE('/accounts/{accountPrefix}', { params: target(accountPrefix, etag) }));
      client.removeQueries({ queryKey: oneKey(accountPrefix) });
      await refresh();
    },
    /** The account as it is now, for the choice between two persons' changes. */
    read: (accountPrefix: string) => client.fetchQuery({ ...accountQuery(api, accountPrefix), staleTime: 0 }),
  };
}
