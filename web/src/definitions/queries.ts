import { type Api, bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

export type ImportDefinition = components['schemas']['ImportDefinition'];

const PAGE_SIZE = 25;
const MOST = 100;

/** The first import definitions of a CRM table. */
export const firstDefinitions = (api: Api, prefix: string) => ({
  queryKey: ['definitions', prefix, 'first'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    bodyOf(
      api.GET('/crm-tables/{prefix}/definitions', { params: { path: { prefix }, query: { limit: MOST } }, signal }),
    ),
});

/** The import definitions of a CRM table, in pages that the address names. */
export function useDefinitionPages(prefix: string): Pages<ImportDefinition> {
  const api = useApi();
  return usePages('definitions', ['definitions', prefix, 'list'], ({ cursor, signal }) =>
    bodyOf(
      api.GET('/crm-tables/{prefix}/definitions', {
        params: { path: { prefix }, query: { limit: PAGE_SIZE, cursor } },
        signal,
      }),
    ),
  );
}
