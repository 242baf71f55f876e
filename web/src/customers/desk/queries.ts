import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { firstCrmTables, useCrmTable } from '../../crm-tables/queries.ts';
import { accountsOf } from '../../palette-reads.ts';
import { type Answer, type Api, answerOf, bodyOf, done } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/schema.ts';
import { useApi } from '../../shared/services.tsx';
import { type Me, useMe } from '../../shared/session/me.ts';
import type { Values } from '../fields-model.ts';
import type { TableAddress } from './address.ts';
import { type DeskTable, deskTable } from './desk-table.ts';
import { isFor, rightsOn } from './rights-model.ts';
import { commonWordOf, conditionsOf, type Hit, hitsOf, preparingOf, type Search, withHit } from './search-model.ts';

type Schemas = components['schemas'];
export type Customer = Schemas['Customer'];
export type DeletionReason = Schemas['DeletionReason'];

/** The structure of a table and the rights of the user change seldom: reading them for each customer would cost a request. */
const STRUCTURE_STALE_MS = 60_000;

/** A table of the switch. */
export interface TableChoice extends TableAddress {
  readonly name: string;
}

/** The published tables whose customers the user may search, of accounts for which CRM is on. */
function tableChoices(api: Api, { roles }: Me, client: ReturnType<typeof useQueryClient>) {
  return queryOptions({
    queryKey: ['desk', 'tables'],
    staleTime: STRUCTURE_STALE_MS,
    queryFn: async (): Promise<readonly TableChoice[]> => {
      const searching = roles.filter(({ permissions }) => permissions.includes('customers.search'));
      const accounts = await accountsOf(api, client, 'crm');
      const mine = accounts.filter(({ prefix }) => searching.some((role) => isFor(role, prefix)));
      const pages = await Promise.all(
        mine.map(async ({ prefix: accountPrefix }) => {
          const { items } = await client.fetchQuery({
            ...firstCrmTables(api, accountPrefix),
            staleTime: STRUCTURE_STALE_MS,
          });
          const published = items.filter(({ publishedVersion }) => publishedVersion !== null);
          return published.map(({ prefix, name }) => ({ accountPrefix, prefix, name }));
        }),
      );
      return pages.flat();
    },
  });
}

export const useTableChoices = (): readonly TableChoice[] =>
  useSuspenseQuery(tableChoices(useApi(), useMe(), useQueryClient())).data;

/** The tables while the page is shown already; none until they are known. */
export const useLaterTableChoices = (): readonly TableChoice[] =>
  useQuery(tableChoices(useApi(), useMe(), useQueryClient())).data ?? [];

/** A table as the user works with it; undefined if it is not published. @throws ApiError while rendering */
export function useDeskTable(address: TableAddress): DeskTable | undefined {
  const me = useMe();
  const { published } = useCrmTable(address.accountPrefix, address.prefix).body;
  return published ? deskTable(published, rightsOn(me, published)) : undefined;
}

const searchKey = (prefix: string, id?: string) => ['customer-searches', prefix, ...(id === undefined ? [] : [id])];

/** The pages of one search. They are read once: the list stays as it is while the user works through it. */
function searchQuery(api: Api, { prefix, searchable }: DeskTable, search: Search) {
  const params = { path: { prefix } };
  return infiniteQueryOptions({
    queryKey: searchKey(prefix, search.id),
    staleTime: Number.POSITIVE_INFINITY,
    // A failed search is reported at once: the user decides whether to search again.
    retry: false,
    queryFn: async ({ pageParam, signal }) => {
      const conditions = conditionsOf(search, searchable) ?? {};
      let body: Schemas['CustomerSearch'] = pageParam === undefined ? conditions : { cursor: pageParam };
      for (;;) {
        const page = await bodyOf(api.POST('/crm-tables/{prefix}/customer-searches', { params, body, signal }));
        // A page may be empty and yet be followed by others.
        if (page.items.length > 0 || page.nextCursor === undefined) return page;
        body = { cursor: page.nextCursor };
      }
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

const NO_SEARCH: Search = { id: '', text: '', fields: {} };

/** The matches of a search as far as they were read. @param search undefined before the first one */
export function useHits(table: DeskTable, search: Search | undefined) {
  const query = searchQuery(useApi(), table, search ?? NO_SEARCH);
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...query,
    enabled: search !== undefined,
  });
  return {
    hits: data && hitsOf(data.pages),
    preparing: data && preparingOf(data.pages),
    commonWord: data && commonWordOf(data.pages),
    error,
    hasMore: hasNextPage,
    isFetching,
    readMore: async (): Promise<readonly Hit[]> => hitsOf((await fetchNextPage()).data?.pages ?? []),
  };
}

/** The matches of a text in all tables but one, by table. @param text '' to wait */
export function useHitGroups(
  { prefix }: TableAddress,
  { id, text }: Pick<Search, 'id' | 'text'>,
): readonly Schemas['CustomerHitGroup'][] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['searches-in-other-tables', prefix, id],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: text !== '',
    queryFn: ({ signal }) => bodyOf(api.POST('/customer-searches', { body: { text, except: [prefix] }, signal })),
  });
  return data?.groups ?? [];
}

/** Carries out a search. @throws ApiError */
export function useSearching(table: DeskTable) {
  const api = useApi();
  const client = useQueryClient();
  return async (search: Search): Promise<{ readonly hits: readonly Hit[]; readonly hasMore: boolean }> => {
    const { pages } = await client.fetchInfiniteQuery(searchQuery(api, table, search));
    return { hits: hitsOf(pages), hasMore: pages.at(-1)?.nextCursor !== undefined };
  };
}

const customerKey = (prefix: string, customerId: string) => ['customers', prefix, customerId];

const customerQuery = (api: Api, prefix: string, customerId: string) =>
  queryOptions({
    queryKey: customerKey(prefix, customerId),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/crm-tables/{prefix}/customers/{customerId}', { params: { path: { prefix, customerId } }, signal }),
      ),
  });

export const useCustomer = ({ prefix }: TableAddress, customerId: string) =>
  useQuery(customerQuery(useApi(), prefix, customerId));

/** The writes of customers. The list of matches follows without another search. */
export function useCustomerWrites({ prefix, columns }: DeskTable) {
  const api = useApi();
  const client = useQueryClient();
  const target = (customerId: string, etag: string) => ({
    path: { prefix, customerId },
    header: { 'if-match': etag },
  });
  const changeHit = (customerId: string, change: (hit: Hit) => Hit | undefined) =>
    client.setQueriesData<InfiniteData<Schemas['CustomerHitPage'], string | undefined>>(
      { queryKey: searchKey(prefix) },
      (data) => data && { ...data, pages: withHit(data.pages, customerId, change) },
    );
  return {
    /** @param key lets the request be repeated without making a second customer */
    async create(order: Schemas['NewCustomer'], key: string): Promise<Schemas['CreatedCustomer']> {
      const params = { path: { prefix }, header: { 'idempotency-key': key } };
      const { body, etag } = await answerOf(api.POST('/crm-tables/{prefix}/customers', { params, body: order }));
      // A read that follows at once may not see the new customer yet.
      const customer = { prefix, customerId: body.customerId, values: order.values };
      client.setQueryData<Answer<Customer>>(customerKey(prefix, body.customerId), { body: customer, etag });
      return body;
    },
    /** @param changes an empty value clears its field @throws ApiError with the status 412 if the customer has changed */
    async update(customerId: string, changes: Values, etag: string): Promise<Answer<Schemas['UpdatedCustomer']>> {
      const params = target(customerId, etag);
      const answer = await answerOf(
        api.PATCH('/crm-tables/{prefix}/customers/{customerId}', { params, body: { values: changes } }),
      );
      const { warnings: _, ...customer } = answer.body;
      client.setQueryData<Answer<Customer>>(customerKey(prefix, customerId), { body: customer, etag: answer.etag });
      const values = Object.fromEntries(
        columns.flatMap(({ code }) => (customer.values[code] ? [[code, customer.values[code]]] : [])),
      );
      changeHit(customerId, ({ matched }) => ({ ...customer, values, matched }));
      return answer;
    },
    /** @throws ApiError with the status 412 if the customer has changed */
    async remove(customerId: string, etag: string, reason: DeletionReason): Promise<void> {
      const params = { ...target(customerId, etag), query: { reason } };
      await done(api.DELETE('/crm-tables/{prefix}/customers/{customerId}', { params }));
      client.removeQueries({ queryKey: customerKey(prefix, customerId) });
      changeHit(customerId, () => undefined);
    },
    /** The customer as it is now. */
    read: (customerId: string) => client.fetchQuery({ ...customerQuery(api, prefix, customerId), staleTime: 0 }),
  };
}
