import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { bodyOf, done } from '../../shared/api/client.ts';
import { putBytes } from '../../shared/api/put-bytes.ts';
import type { components } from '../../shared/api/schema.ts';
import { useApi } from '../../shared/services.tsx';
import { type CustomerAddress, historyKey } from '../history/queries.ts';
import { safeName, sha256Of } from './document-model.ts';

type Schemas = components['schemas'];
export type DocumentDeletionReason = Schemas['DocumentDeletionReason'];

const documentsKey = ({ prefix, customerId }: CustomerAddress) => ['customer-documents', prefix, customerId];

const documentParams = ({ prefix, customerId }: CustomerAddress, documentId: string) => ({
  path: { prefix, customerId, documentId },
});

/** The documents of a customer, the newest first, as far as they were read. */
export function useDocuments(address: CustomerAddress) {
  const api = useApi();
  const { data, ...query } = useInfiniteQuery({
    queryKey: [...documentsKey(address), 'all'],
    queryFn: ({ pageParam: cursor, signal }) => {
      const body: Schemas['HistorySearch'] = {
        kinds: ['document'],
        limit: 25,
        ...(cursor !== undefined && { cursor }),
      };
      return bodyOf(
        api.POST('/crm-tables/{prefix}/customers/{customerId}/history-searches', {
          params: { path: { ...address } },
          body,
          signal,
        }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const documents = data?.pages.flatMap(({ items }) =>
    items.flatMap((entry) => (entry.kind === 'document' && !entry.isDeleted ? [entry] : [])),
  );
  return { documents, query };
}

/** A document with its versions. */
export function useDocument(address: CustomerAddress, documentId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...documentsKey(address), 'one', documentId],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/customers/{customerId}/documents/{documentId}', {
          params: documentParams(address, documentId),
          signal,
        }),
      ),
  });
}

/** Which files may be attached to the customers of an account, and what they take. */
export function useDocumentUsage(accountPrefix: string, isNeeded = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['document-usage', accountPrefix],
    enabled: isNeeded,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/accounts/{accountPrefix}/document-usage', { params: { path: { accountPrefix } }, signal })),
  });
}

/** Asks for addresses of files. Each is good for five minutes, so none is kept. @throws ApiError */
export function useFileAddress(address: CustomerAddress) {
  const api = useApi();
  return (documentId: string, version: number, use: 'show' | 'download', signal?: AbortSignal) =>
    bodyOf(
      api.GET('/crm-tables/{prefix}/customers/{customerId}/documents/{documentId}/versions/{version}/address', {
        params: { path: { ...address, documentId, version }, query: { use } },
        ...(signal && { signal }),
      }),
    );
}

export interface Sending {
  /** The document of which the file becomes a new version; undefined for a new document. */
  readonly documentId: string | undefined;
  /** Lets the request be repeated without making a second document. */
  readonly key: string;
  readonly onBytes: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** What a user does with documents. Lists are read again afterwards. @throws ApiError, StoreError */
export function useDocumentWrites(address: CustomerAddress) {
  const api = useApi();
  const client = useQueryClient();
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: documentsKey(address) }),
      client.invalidateQueries({ queryKey: historyKey(address) }),
      client.invalidateQueries({ queryKey: ['document-usage'] }),
    ]);
  };
  return {
    refresh,
    async attach(file: File, { documentId, key, onBytes, signal }: Sending): Promise<void> {
      const announced = { name: safeName(file.name), bytes: file.size, sha256: await sha256Of(file) };
      const body: Schemas['NewDocumentUpload'] = { ...announced, ...(documentId !== undefined && { documentId }) };
      const params = { path: { ...address }, header: { 'idempotency-key': key } };
      const { uploadId, upload } = await bodyOf(
        api.POST('/crm-tables/{prefix}/customers/{customerId}/document-uploads', { params, body, signal }),
      );
      // Its own type would become a header, which the signature does not expect.
      await putBytes(upload, file.slice(0, file.size, ''), { onBytes, signal });
      const path = { ...address, uploadId };
      await done(
        api.POST('/crm-tables/{prefix}/customers/{customerId}/document-uploads/{uploadId}/completion', {
          params: { path },
          signal,
        }),
      );
      await refresh();
    },
    async remove(documentId: string, revision: number, reason: DocumentDeletionReason): Promise<void> {
      const params = {
        ...documentParams(address, documentId),
        header: { 'if-match': `"${revision}"` },
        query: { reason },
      };
      await done(api.DELETE('/crm-tables/{prefix}/customers/{customerId}/documents/{documentId}', { params }));
      await refresh();
    },
  };
}
