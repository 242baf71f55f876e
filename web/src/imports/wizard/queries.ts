import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, answerOf, bodyOf, done, oneTime } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/schema.ts';
import { useApi } from '../../shared/services.tsx';
import type { NewImport, PreviewRequest } from './choices-model.ts';
import type { Preview } from './mapping-model.ts';

type Schemas = components['schemas'];

export interface PreviewState {
  readonly preview: Preview | undefined;
  /** Whether `preview` is still that of an earlier request. */
  readonly isBehind: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * What an import would make of the file.
 * @param fileKey tells files apart; the beginning itself would make a long key
 */
export function usePreview(fileKey: string, request: PreviewRequest | undefined): PreviewState {
  const api = useApi();
  // The beginning of a file would make a long key.
  const { head: _, ...rest } = request ?? {};
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['imports', 'preview', fileKey, rest],
    enabled: request !== undefined,
    queryFn: ({ signal }) => bodyOf(api.POST('/imports/preview', { body: request ?? { prefix: '' }, signal })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });
  return {
    preview: request === undefined ? undefined : data,
    isBehind: isPlaceholderData || (isFetching && data === undefined),
    error,
    retry: () => void refetch(),
  };
}

/** The newest files in the inbox of a CRM table. */
export function useInbox(prefix: string): Schemas['Inbox'] | undefined {
  const api = useApi();
  return useQuery({
    queryKey: ['imports', 'inbox', prefix],
    enabled: prefix !== '',
    queryFn: ({ signal }) => bodyOf(api.GET('/crm-tables/{prefix}/inbox', { params: { path: { prefix } }, signal })),
  }).data;
}

export type Announced = Schemas['AnnouncedImport'];

export type WizardWrites = ReturnType<typeof useWizardWrites>;

/** The writes of the wizard. */
export function useWizardWrites() {
  const api = useApi();
  const client = useQueryClient();
  const refresh = (key: string) => client.invalidateQueries({ queryKey: [key] });
  return {
    /** Announces the file. The same key gives the same import, with a new address for its file. */
    async announce(body: NewImport, idempotencyKey: string, signal?: AbortSignal): Promise<Announced> {
      const params = { header: { 'idempotency-key': idempotencyKey } };
      return bodyOf(api.POST('/imports', { params, body, signal: signal ?? null }));
    },
    async importFromInbox(body: Schemas['NewInboxImport'], idempotencyKey: string): Promise<Schemas['Import']> {
      const params = { header: { 'idempotency-key': idempotencyKey } };
      const created = await bodyOf(api.POST('/imports/from-inbox', { params, body }));
      await refresh('imports');
      return created;
    },
    async createSchedule(
      prefix: string,
      body: Schemas['ScheduleInput'],
      idempotencyKey: string,
    ): Promise<Schemas['Schedule']> {
      const params = { path: { prefix }, header: { 'idempotency-key': idempotencyKey } };
      const created = await bodyOf(api.POST('/crm-tables/{prefix}/schedules', { params, body }));
      await refresh('schedules');
      return created;
    },
    /** Cancels an import, which removes the parts of its file. */
    async cancel(importId: string): Promise<void> {
      await done(api.POST('/imports/{importId}/cancel', { params: { path: { importId } } }));
      await refresh('imports');
    },
    async saveDefinition(
      prefix: string,
      body: Schemas['NewImportDefinition'],
      idempotencyKey: string,
    ): Promise<Answer<Schemas['ImportDefinition']>> {
      const params = { path: { prefix }, header: { 'idempotency-key': idempotencyKey } };
      const saved = await answerOf(api.POST('/crm-tables/{prefix}/definitions', { params, body }));
      await refresh('definitions');
      return saved;
    },
    async deleteDefinition(prefix: string, definitionId: string, etag: string): Promise<void> {
      const params = { path: { prefix, definitionId }, header: { 'if-match': etag, ...oneTime() } };
      await done(api.DELETE('/crm-tables/{prefix}/definitions/{definitionId}', { params }));
      await refresh('definitions');
    },
    arrived: () => refresh('imports'),
  };
}
