import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, type Api, answerOf, bodyOf, done, oneTime } from '../shared/api/client.ts';
import type { components } from '../shared/api/schema.ts';
import { MOST_PER_REQUEST } from '../shared/list/pages-model.ts';
import { type PageOrder, type Pages, usePages } from '../shared/list/use-pages.ts';
import { useApi } from '../shared/services.tsx';

export type Export = components['schemas']['Export'];
export type ExportSummary = components['schemas']['ExportSummary'];
export type ExportDefinition = components['schemas']['ExportDefinition'];
export type NewExport = components['schemas']['NewExport'];

const POLL_MILLISECONDS = 2_000;

const fetchExports = (api: Api, prefix: string, { limit, cursor, signal }: PageOrder) =>
  bodyOf(api.GET('/exports', { params: { query: { prefix, limit, cursor } }, signal }));

/** The exports of a CRM table, the newest first, in pages that the address names. */
export function useExportPages(prefix: string): Pages<ExportSummary> {
  const api = useApi();
  return usePages('exports', ['exports', prefix, 'list'], (order) => fetchExports(api, prefix, order));
}

const fetchDefinitions = (api: Api, prefix: string, { limit, cursor, filter, signal }: PageOrder) =>
  bodyOf(
    api.GET('/crm-tables/{prefix}/export-definitions', {
      params: { path: { prefix }, query: { limit, cursor, filter } },
      signal,
    }),
  );

/** The export definitions of a CRM table, in pages that the address names. */
export function useExportDefinitionPages(prefix: string): Pages<ExportDefinition> {
  const api = useApi();
  return usePages('export-definitions', ['exports', prefix, 'definitions'], (order) =>
    fetchDefinitions(api, prefix, order),
  );
}

/** The first export definitions of a CRM table. */
export function useExportDefinitionChoices(prefix: string): readonly ExportDefinition[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['exports', prefix, 'first-definitions'],
    queryFn: ({ signal }) =>
      fetchDefinitions(api, prefix, { limit: MOST_PER_REQUEST, cursor: undefined, filter: undefined, signal }),
  });
  return data?.items ?? [];
}

/** One export definition with its ETag. @throws ApiError while rendering if it cannot be read */
export function useExportDefinition(prefix: string, exportDefinitionId: string): Answer<ExportDefinition> {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: ['exports', prefix, 'definition', exportDefinitionId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/crm-tables/{prefix}/export-definitions/{exportDefinitionId}', {
          params: { path: { prefix, exportDefinitionId } },
          signal,
        }),
      ),
  }).data;
}

/** The writes of export definitions. Each makes the lists be read again. */
export function useExportDefinitionWrites(prefix: string) {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['exports', prefix] });
  return {
    async save(body: components['schemas']['ExportDefinitionInput']): Promise<ExportDefinition> {
      const params = { path: { prefix }, header: oneTime() };
      const saved = await bodyOf(api.POST('/crm-tables/{prefix}/export-definitions', { params, body }));
      await refresh();
      return saved;
    },
    async remove(exportDefinitionId: string, etag: string): Promise<void> {
      const params = { path: { prefix, exportDefinitionId }, header: { 'if-match': etag, ...oneTime() } };
      await done(api.DELETE('/crm-tables/{prefix}/export-definitions/{exportDefinitionId}', { params }));
      client.removeQueries({ queryKey: ['exports', prefix, 'definition', exportDefinitionId] });
      await refresh();
    },
    async schedule(body: components['schemas']['ScheduleInput']): Promise<string> {
      const params = { path: { prefix }, header: oneTime() };
      const { scheduleId } = await bodyOf(api.POST('/crm-tables/{prefix}/schedules', { params, body }));
      await client.invalidateQueries({ queryKey: ['schedules', prefix] });
      return scheduleId;
    },
  };
}

/** One export, read again while it runs. @throws ApiError while rendering if it cannot be read */
export function useExport(exportId: string): Export {
  const api = useApi();
  return useSuspenseQuery({
    queryKey: ['exports', 'one', exportId],
    queryFn: ({ signal }) => bodyOf(api.GET('/exports/{exportId}', { params: { path: { exportId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? POLL_MILLISECONDS : false),
  }).data;
}

/** The acts on exports. Each makes the lists be read again. */
export function useExportWrites() {
  const api = useApi();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['exports'] });
  return {
    async start(body: NewExport): Promise<Export> {
      const started = await bodyOf(api.POST('/exports', { params: { header: oneTime() }, body }));
      await refresh();
      return started;
    },
    async change(exportId: string, verb: 'cancel' | 'resume'): Promise<void> {
      await bodyOf(api.POST(`/exports/{exportId}/${verb}`, { params: { path: { exportId } } }));
      await refresh();
    },
    /** An export with fresh addresses of its files. */
    read: (exportId: string) => bodyOf(api.GET('/exports/{exportId}', { params: { path: { exportId } } })),
  };
}

/** The first saved filters of a CRM table, to choose from. */
export function useFilterChoices(prefix: string): readonly components['schemas']['Filter'][] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['filters', prefix, 'first'],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/filters', {
          params: { path: { prefix }, query: { limit: MOST_PER_REQUEST } },
          signal,
        }),
      ),
  });
  return data?.items ?? [];
}
