import { useMe } from '../../shared/session/me.ts';
import { forget, keep, kept, lastKept } from '../desk/tab-storage.ts';
import type { CustomerAddress } from '../history/queries.ts';
import { isNoteDraft, type NoteDraft } from './note-model.ts';

/** The half-written notes on a customer: one for each note and user, in this tab (docs/adr/0040). */
export function useNoteDrafts({ prefix, customerId }: CustomerAddress) {
  const { userId } = useMe();
  const ofCustomer = [userId, 'note', prefix, customerId];
  /** @param noteId undefined for a new note */
  const keyOf = (noteId: string | undefined) => [...ofCustomer, noteId ?? ''];
  return {
    /** The one that was typed last. */
    readLast: (): NoteDraft | undefined => lastKept(ofCustomer, isNoteDraft)?.value,
    read: (noteId: string | undefined): NoteDraft | undefined => kept(keyOf(noteId), isNoteDraft)?.value,
    /** @returns whether the browser had room */
    keep: (noteId: string | undefined, draft: NoteDraft): boolean => keep(keyOf(noteId), draft),
    forget: (noteId: string | undefined): void => forget(keyOf(noteId)),
  };
}
