import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../shared/api/api-error.ts';
import { answerOf, bodyOf, done } from '../../shared/api/client.ts';
import type { components } from '../../shared/api/schema.ts';
import { useApi } from '../../shared/services.tsx';
import { type CustomerAddress, historyKey } from '../history/queries.ts';
import { changedMeanwhile, DELETED_MEANWHILE, type EditedNote } from './note-model.ts';

type Schemas = components['schemas'];
export type NoteDeletionReason = Schemas['NoteDeletionReason'];

/** Everything that is read of the notes of a customer. */
const notesKey = ({ prefix, customerId }: CustomerAddress) => ['customer-notes', prefix, customerId];

const noteParams = ({ prefix, customerId }: CustomerAddress, noteId: string) => ({
  path: { prefix, customerId, noteId },
});

/** A note with its whole text. */
export function useNote(address: CustomerAddress, noteId: string, isNeeded: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...notesKey(address), 'one', noteId],
    enabled: isNeeded,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}', {
          params: noteParams(address, noteId),
          signal,
        }),
      ),
  });
}

/** The notes of a customer, the newest first, as far as they were read. */
export function useNotes(address: CustomerAddress) {
  const api = useApi();
  const { data, ...query } = useInfiniteQuery({
    queryKey: [...notesKey(address), 'all'],
    queryFn: ({ pageParam: cursor, signal }) => {
      const body: Schemas['HistorySearch'] = { kinds: ['note'], limit: 25, ...(cursor !== undefined && { cursor }) };
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
  const notes = data?.pages.flatMap(({ items }) =>
    items.flatMap((entry) => (entry.kind === 'note' && !entry.isDeleted ? [entry] : [])),
  );
  return { notes, query };
}

export function usePinnedNotes({ prefix, customerId }: CustomerAddress, isNeeded: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...notesKey({ prefix, customerId }), 'pinned'],
    enabled: isNeeded,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/customers/{customerId}/pinned-notes', {
          params: { path: { prefix, customerId } },
          signal,
        }),
      ),
  });
}

/** The texts of a note, the newest first. At most 50, which is all that a note has. */
export function useRevisions(address: CustomerAddress, noteId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...notesKey(address), 'revisions', noteId],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}/revisions', {
          params: { ...noteParams(address, noteId), query: { limit: 50 } },
          signal,
        }),
      ),
  });
}

const isStale = (error: unknown): boolean => error instanceof ApiError && error.status === 412;
const isGone = (error: unknown): boolean => error instanceof ApiError && error.code === 'note.not-found';

/**
 * What another person has made of a note, after the error of an attempt to save it.
 * @throws the error if it is about something else
 */
async function madeOfNote(error: unknown, read: () => Promise<Schemas['Note']>): Promise<EditedNote> {
  if (isGone(error)) return DELETED_MEANWHILE;
  if (!isStale(error)) throw error;
  try {
    return changedMeanwhile(await read());
  } catch (failure) {
    if (isGone(failure)) return DELETED_MEANWHILE;
    throw failure;
  }
}

const matching = (revision: number) => ({ 'if-match': `"${revision}"` });

/** What a user does with notes. Lists are read again afterwards. @throws ApiError */
export function useNoteWrites(address: CustomerAddress) {
  const api = useApi();
  const client = useQueryClient();
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: notesKey(address) }),
      client.invalidateQueries({ queryKey: historyKey(address) }),
    ]);
  };
  /** The note as it is now. */
  const read = (noteId: string) =>
    bodyOf(
      api.GET('/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}', { params: noteParams(address, noteId) }),
    );
  const one = (noteId: string, revision: number) => ({ ...noteParams(address, noteId), header: matching(revision) });
  return {
    refresh,
    /** @param key lets the request be repeated without making a second note */
    async create(text: string, key: string): Promise<void> {
      const params = { path: { ...address }, header: { 'idempotency-key': key } };
      await answerOf(api.POST('/crm-tables/{prefix}/customers/{customerId}/notes', { params, body: { text } }));
      await refresh();
    },
    /** @returns what another person has made of the note meanwhile; undefined if the text is saved */
    async update(noteId: string, text: string, revision: number): Promise<EditedNote | undefined> {
      const params = one(noteId, revision);
      const path = '/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}';
      const theirs = await done(api.PUT(path, { params, body: { text } })).then(
        () => undefined,
        (error: unknown) => madeOfNote(error, () => read(noteId)),
      );
      await refresh();
      // An earlier attempt, whose answer was lost, may have saved the text.
      return theirs?.text === text ? undefined : theirs;
    },
    async pin(noteId: string, revision: number, isPinned: boolean): Promise<void> {
      const request = { params: one(noteId, revision) };
      const path = '/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}/pin';
      await done(isPinned ? api.PUT(path, request) : api.DELETE(path, request));
      await refresh();
    },
    async remove(noteId: string, revision: number, reason: NoteDeletionReason): Promise<void> {
      const params = { ...one(noteId, revision), query: { reason } };
      await done(api.DELETE('/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}', { params }));
      await refresh();
    },
    read,
  };
}
