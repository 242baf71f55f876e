import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Api, bodyOf } from '../shared/api/client.ts';
import { MOST_PER_REQUEST, PAGE_SIZE } from '../shared/list/pages-model.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { filterOf, queryOf } from './list/filter-model.ts';
import { type Import, type ImportSummary, insertedBy, isActive, pollInterval } from './model.ts';

const ALL = ['imports'] as const;
const ACTIVE_INTERVAL_MS = 3_000;
const QUIET_INTERVAL_MS = 30_000;

/** The newest imports of every CRM table that the user may see. */
export const newestImports = (api: Api) => ({
  queryKey: [...ALL, 'newest'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(api.GET('/imports', { params: { query: { limit: PAGE_SIZE } }, signal })),
});

/** How many customers the imports of a CRM table have inserted. */
export const insertedCustomers = (api: Api, prefix: string) => ({
  queryKey: [...ALL, 'inserted', prefix],
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
    const query = { prefix, limit: MOST_PER_REQUEST };
    const { items, nextCursor } = await bodyOf(api.GET('/imports', { params: { query }, signal }));
    return { count: insertedBy(items), isAtLeast: nextCursor !== undefined };
  },
});

/** The newest imports, read again every few seconds while one of them is active. @param enabled whether the user may see imports */
export function useNewestImports(enabled: boolean): readonly ImportSummary[] {
  const { data } = useQuery({
    ...newestImports(useApi()),
    enabled,
    refetchInterval: ({ state }) => {
      const interval = state.data?.items.some(isActive) ? ACTIVE_INTERVAL_MS : QUIET_INTERVAL_MS;
      return state.status === 'error' ? QUIET_INTERVAL_MS : interval;
    },
  });
  return data?.items ?? [];
}

const PEOPLE_STALE_MS = 60_000;

/** The ids of the people who have requested imports. */
export const personsOf = (imports: readonly Pick<ImportSummary, 'requestedBy'>[]): readonly string[] => [
  ...new Set(imports.flatMap(({ requestedBy }) => requestedBy ?? [])),
];

/** The people who have requested the newest imports. @param table the prefix of a CRM table; empty for all */
export function usePeopleOfImports(table: string): readonly string[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...ALL, 'people', table],
    staleTime: PEOPLE_STALE_MS,
    queryFn: ({ signal }) => {
      const query = { limit: MOST_PER_REQUEST, ...(table !== '' && { prefix: table }) };
      return bodyOf(api.GET('/imports', { params: { query }, signal }));
    },
  });
  return personsOf(data?.items ?? []);
}

/** The imports, in pages that the address names; so is the filter. */
export function useImportPages(): Pages<ImportSummary> {
  const api = useApi();
  return usePages('imports', [...ALL, 'list'], ({ limit, cursor, filter, signal }) =>
    bodyOf(
      api.GET('/imports', {
        params: { query: { limit, cursor, ...queryOf(filterOf(filter ?? '')) } },
        signal,
      }),
    ),
  );
}

export const importQuery = (api: Api, importId: string) => ({
  queryKey: [...ALL, 'one', importId],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(api.GET('/imports/{importId}', { params: { path: { importId } }, signal })),
});

/** One import, read again and again, the more rarely the longer it runs. @throws ApiError while rendering if it cannot be read */
export function useImport(importId: string): Import {
  return useSuspenseQuery({
    ...importQuery(useApi(), importId),
    refetchInterval: ({ state }) =>
      state.data && state.status !== 'error' ? pollInterval(state.data, Date.now()) : QUIET_INTERVAL_MS,
  }).data;
}

/** The imports that correct an import, the newest first; none until they are read. */
export function useCorrectionsOf({ importId, status }: Pick<Import, 'importId' | 'status'>): readonly ImportSummary[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...ALL, 'corrections', importId],
    enabled: status === 'completed-with-failures',
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/imports/{importId}/corrections', { params: { path: { importId } }, signal })),
  });
  return data?.items ?? [];
}

/** The changes of an import. Each makes the lists be read again, and takes the import as the API returns it. */
export function useImportWrites(importId: string) {
  const api = useApi();
  const client = useQueryClient();
  const params = { path: { importId } };
  const take = (changed: Import) => {
    client.setQueryData(importQuery(api, importId).queryKey, changed);
    void client.invalidateQueries({ queryKey: ALL });
  };
  return {
    cancel: async () => take(await bodyOf(api.POST('/imports/{importId}/cancel', { params }))),
    confirm: async () => take(await bodyOf(api.POST('/imports/{importId}/confirm', { params }))),
    /** @throws ApiError `import.superseded` when a newer import has run, unless `over` names it */
    resume: async (over?: string) =>
      take(
        await bodyOf(api.POST('/imports/{importId}/resume', { params, ...(over !== undefined && { body: { over } }) })),
      ),
  };
}
