import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { useIsOn } from '../shared/session/me.ts';

export type CrmTable = components['schemas']['CrmTable'];
export type CrmTableSummary = components['schemas']['CrmTableSummary'];
export type Field = components['schemas']['Field'];

export const keyOf = (accountPrefix: string, ...rest: readonly string[]) => ['crm-tables', accountPrefix, ...rest];

const fetchCrmTables = (api: Api, accountPrefix: string, { limit, cursor, filter, signal }: PageOrder) =>
  bodyOf(
    api.GET('/accounts/{accountPrefix}/crm-tables', {
      params: { path: { accountPrefix }, query: { limit, cursor, filter } },
      signal,
    }),
  );

/** The first CRM tables of an account. */
export const firstCrmTables = (api: Api, accountPrefix: string) => ({
  queryKey: keyOf(accountPrefix, 'first'),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    fetchCrmTables(api, accountPrefix, { limit: MOST_PER_REQUEST, cursor: undefined, filter: undefined, signal }),
});

/** The CRM tables of an account, in pages that the address names. */
export function useCrmTablePages(accountPrefix: string): Pages<CrmTableSummary> {
  const api = useApi();
  return usePages('tables', keyOf(accountPrefix, 'list'), (order) => fetchCrmTables(api, accountPrefix, order));
}

/** The first CRM tables of an account, to choose from. */
export function useCrmTableChoices(accountPrefix: string): {
  readonly items: readonly CrmTableSummary[];
  readonly isLoading: boolean;
} {
  const enabled = useIsOn()('crm', accountPrefix);
  const { data } = useQuery({ ...firstCrmTables(useApi(), accountPrefix), enabled });
  return { items: data?.items ?? [], isLoading: enabled && data === undefined };
}

export const tableQuery = (api: Api, accountPrefix: string, prefix: string) => ({
  queryKey: keyOf(accountPrefix, 'one', prefix),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(
      api.GET('/accounts/{accountPrefix}/crm-tables/{prefix}', {
        params: { path: { accountPrefix, prefix } },
        signal,
      }),
    ),
});

/** One CRM table with its ETag. @throws ApiError while rendering if it cannot be read */
export function useCrmTable(accountPrefix: string, prefix: string): Answer<CrmTable> {
  return useSuspenseQuery(tableQuery(useApi(), accountPrefix, prefix)).data;
}

/** The published fields of a CRM table; undefined while they are not known. @param prefix empty while none is chosen */
export function usePublishedFields(accountPrefix: string, prefix: string): readonly Field[] | undefined {
  const { data } = useQuery({ ...tableQuery(useApi(), accountPrefix, prefix), enabled: prefix !== '' });
  return data?.body.published?.fields;
}

const INDEX_POLL_MILLISECONDS = 5_000;

/** Whether the search finds every customer of a published CRM table; read again while it is being written. */
export function useSearchIndex(prefix: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['search-index', prefix],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/crm-tables/{prefix}/search-index', { params: { path: { prefix } }, signal })),
    refetchInterval: ({ state: { data } }) => (data?.isDue || data?.progress ? INDEX_POLL_MILLISECONDS : false),
  });
}

/** Reads a CRM table again, for instance after another person has published it. */
export function useReloadCrmTable(accountPrefix: string, prefix: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: keyOf(accountPrefix, 'one', prefix) });
}
