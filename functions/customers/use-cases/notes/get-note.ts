import type { Caller } from '../../../shared/domain/caller.ts';
import type { Page, PageRequest } from '../../../shared/domain/page.ts';
import { isWhole, type NoteEvent, type NoteTextRevision, type PinnedNote } from '../../domain/note.ts';
import type { CustomerAddress } from '../desk-ports.ts';
import { type NoteAddress, type NotePorts, noteNotFound, openNote, openNotes } from './note-of.ts';

type ReadPorts = Pick<NotePorts, 'tables' | 'records' | 'notes'>;

export interface ReadNote {
  readonly noteId: string;
  readonly note: NoteEvent;
  readonly text: string;
}

/** A note with its whole text. @throws DomainError `crm-table.*`, `customer.not-found`, `note.not-found` */
export async function getNote(ports: ReadPorts, address: NoteAddress, caller: Caller): Promise<ReadNote> {
  const { view, record, noteId, note } = await openNote(ports, address, caller, false);
  if (isWhole(note)) return { noteId, note, text: note.beginning };
  const [found] = await ports.notes.readTexts(view.table, record.customerId, noteId, [note.revision]);
  // The texts are removed with the deletion of the note or of the customer, which another request has made meanwhile.
  if (!found) throw noteNotFound();
  return { noteId, note, text: found.text };
}

/** The text of a note and its earlier texts, the newest first. @throws as `getNote` */
export async function listNoteRevisions(
  ports: ReadPorts,
  address: NoteAddress,
  { limit, after }: PageRequest,
  caller: Caller,
): Promise<Page<NoteTextRevision>> {
  const { view, record, noteId, note } = await openNote(ports, address, caller, false);
  const newest = after === undefined ? note.revision : Math.min(note.revision, Number(after) - 1);
  const oldest = Math.max(1, newest - limit + 1);
  const wanted = Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index);
  const items = await ports.notes.readTexts(view.table, record.customerId, noteId, wanted);
  return oldest > 1 ? { items, next: String(oldest) } : { items };
}

/** In the order in which they were pinned. @throws DomainError `crm-table.*`, `customer.not-found` */
export async function listPinnedNotes(
  ports: ReadPorts,
  address: CustomerAddress,
  caller: Caller,
): Promise<readonly PinnedNote[]> {
  const { view, record } = await openNotes(ports, address, caller, false);
  return (await ports.notes.readPins(view.table, record.customerId, false)).notes;
}
