import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type Api, bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST, PAGE_SIZE } from '../shared/list/pages-model.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';
import { type ImportStatus, type ImportSummary, insertedBy, isActive } from './model.ts';

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

/** The imports, in pages that the address names; the filter is a status. */
export function useImportPages(): Pages<ImportSummary> {
  const api = useApi();
  return usePages('imports', [...ALL, 'list'], ({ limit, cursor, filter, signal }) =>
    bodyOf(
      api.GET('/imports', {
        params: { query: { limit, cursor, status: filter as ImportStatus | undefined } },
        signal,
      }),
    ),
  );
}

/** One import, read again while it is active. @throws ApiError while rendering if it cannot be read */
export function useImport(importId: string): components['schemas']['Import'] {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: [...ALL, 'one', importId],
    queryFn: ({ signal }) => bodyOf(api.GET('/imports/{importId}', { params: { path: { importId } }, signal })),
    refetchInterval: ({ state }) => (state.data && isActive(state.data) ? ACTIVE_INTERVAL_MS : false),
  }).data;
}
