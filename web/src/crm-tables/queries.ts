import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

export type CrmTable = components['schemas']['CrmTable'];
export type CrmTableSummary = components['schemas']['CrmTableSummary'];
export type Field = components['schemas']['Field'];

const keyOf = (accountPrefix: string, ...rest: readonly string[]) => ['crm-tables', accountPrefix, ...rest];
const PAGE_SIZE = 25;
/** The most CRM tables of an account that a choice shows. */
const MOST = 100;

export const firstCrmTables = (api: Api, accountPrefix: string) => ({
  queryKey: keyOf(accountPrefix, 'first'),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(
      api.GET('/accounts/{accountPrefix}/crm-tables', {
        params: { path: { accountPrefix }, query: { limit: MOST } },
        signal,
      }),
    ),
});

/** The CRM tables of an account, in pages that the address names. */
export function useCrmTablePages(accountPrefix: string): Pages<CrmTableSummary> {
  const api = useApi();
  return usePages('tables', keyOf(accountPrefix, 'list'), ({ cursor, signal }) =>
    bodyOf(
      api.GET('/accounts/{accountPrefix}/crm-tables', {
        params: { path: { accountPrefix }, query: { limit: PAGE_SIZE, cursor } },
        signal,
      }),
    ),
  );
}

/** The first CRM tables of an account, to choose from. */
export function useCrmTableChoices(accountPrefix: string): {
  readonly items: readonly CrmTableSummary[];
  readonly isLoading: boolean;
} {
  const { data } = useQuery(firstCrmTables(useApi(), accountPrefix));
  return { items: data?.items ?? [], isLoading: data === undefined };
}

/** One CRM table with its ETag. @throws ApiError while rendering if it cannot be read */
export function useCrmTable(accountPrefix: string, prefix: string): Answer<CrmTable> {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: keyOf(accountPrefix, 'one', prefix),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/accounts/{accountPrefix}/crm-tables/{prefix}', {
          params: { path: { accountPrefix, prefix } },
          signal,
        }),
      ),
  }).data;
}
