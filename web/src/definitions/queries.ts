import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

export type ImportDefinition = components['schemas']['ImportDefinition'];
export type ImportDefinitionUpdate = components['schemas']['ImportDefinitionUpdate'];
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

const oneKey = (prefix: string, definitionId: string) => ['definitions', prefix, 'one', definitionId];

const definitionQuery = (api: Api, prefix: string, definitionId: string) => ({
  queryKey: oneKey(prefix, definitionId),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answerOf(
      api.GET('/crm-tables/{prefix}/definitions/{definitionId}', {
        params: { path: { prefix, definitionId } },
        signal,
      }),
    ),
});

/** One import definition with its ETag. @throws ApiError while rendering if it cannot be read */
export function useDefinition(prefix: string, definitionId: string): Answer<ImportDefinition> {
  return useSuspenseQuery(definitionQuery(useApi(), prefix, definitionId)).data;
}

/** The writes of one import definition. Each makes the definition, its versions and the lists be read again. */
export function useDefinitionWrites(prefix: string, definitionId: string) {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['definitions', prefix] });
  const matching = (etag: string) => ({ path: { prefix, definitionId }, header: { 'if-match': etag, ...oneTime() } });
  return {
    async update(body: ImportDefinitionUpdate, etag: string): Promise<void> {
      await bodyOf(api.PUT('/crm-tables/{prefix}/definitions/{definitionId}', { params: matching(etag), body }));
      await refresh();
    },
    async remove(etag: string): Promise<void> {
      try {
        await done(api.DELETE('/crm-tables/{prefix}/definitions/{definitionId}', { params: matching(etag) }));
      } catch (error) {
        // Another person may have changed the definition: the next attempt needs its ETag of now.
        await refresh();
        throw error;
      }
      client.removeQueries({ queryKey: oneKey(prefix, definitionId) });
      client.removeQueries({ queryKey: versionsKey(prefix, definitionId) });
      await refresh();
    },
    /** The definition as it is now, for the choice between two persons' changes. */
    read: () => client.fetchQuery({ ...definitionQuery(api, prefix, definitionId), staleTime: 0 }),
  };
}

const versionsKey = (prefix: string, definitionId: string) => ['definitions', prefix, 'versions', definitionId];

/** The newest hundred versions of an import definition, the newest first. @throws ApiError while rendering if they cannot be read */
export function useDefinitionVersions(prefix: string, definitionId: string): readonly ImportDefinitionVersion[] {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: versionsKey(prefix, definitionId),
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/definitions/{definitionId}/versions', {
          params: { path: { prefix, definitionId }, query: { limit: MOST_PER_REQUEST } },
          signal,
        }),
      ),
  }).data.items;
}
