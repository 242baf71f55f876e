import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type Api, bodyOf } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

export type ImportDefinition = components['schemas']['ImportDefinition'];
export type ImportDefinitionVersion = components['schemas']['ImportDefinitionVersion'];

const fetchDefinitions = (api: Api, prefix: string, { limit, cursor, filter, signal }: PageOrder) =>
  bodyOf(
    api.GET('/crm-tables/{prefix}/definitions', {
      params: { path: { prefix }, query: { limit, cursor, filter } },
      signal,
    }),
  );

/** The first import definitions of a CRM table. */
export const firstDefinitions = (api: Api, prefix: string) => ({
  queryKey: ['definitions', prefix, 'first'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    fetchDefinitions(api, prefix, { limit: MOST_PER_REQUEST, cursor: undefined, filter: undefined, signal }),
});

/** The first import definitions of a CRM table, to choose from. @param prefix empty while none is chosen */
export function useDefinitionChoices(prefix: string): readonly ImportDefinition[] {
  const { data } = useQuery({ ...firstDefinitions(useApi(), prefix), enabled: prefix !== '' });
  return data?.items ?? [];
}

/** The import definitions of a CRM table, in pages that the address names. */
export function useDefinitionPages(prefix: string): Pages<ImportDefinition> {
  const api = useApi();
  return usePages('definitions', ['definitions', prefix, 'list'], (order) => fetchDefinitions(api, prefix, order));
}

/** One import definition. @throws ApiError while rendering if it cannot be read */
export function useDefinition(prefix: string, definitionId: string): ImportDefinition {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: ['definitions', prefix, 'one', definitionId],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/definitions/{definitionId}', {
          params: { path: { prefix, definitionId } },
          signal,
        }),
      ),
  }).data;
}

/** The newest hundred versions of an import definition, the newest first. @throws ApiError while rendering if they cannot be read */
export function useDefinitionVersions(prefix: string, definitionId: string): readonly ImportDefinitionVersion[] {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: ['definitions', prefix, 'versions', definitionId],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/definitions/{definitionId}/versions', {
          params: { path: { prefix, definitionId }, query: { limit: MOST_PER_REQUEST } },
          signal,
        }),
      ),
  }).data.items;
}
