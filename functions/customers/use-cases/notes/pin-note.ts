import { DomainError } from '../../../shared/domain/errors.ts';
import { MOST_PINNED_NOTES, pinnedNote } from '../../domain/note.ts';
import type { EditOrigin } from '../desk-ports.ts';
import { changeOfNote, type NoteAddress, type NotePorts, openNoteAt, writeNote } from './note-of.ts';

function tooManyPinned(): DomainError {
  const message = `A customer has at most ${MOST_PINNED_NOTES} pinned notes. Unpin another one first.`;
  return new DomainError('conflict', 'note.too-many-pinned', message);
}

/**
 * Pins a note to the head of its customer. A pinned note stays as it is.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `note.not-found`, `note.too-many-pinned`, `if-match.stale`
 */
export async function pinNote(ports: NotePorts, address: NoteAddress, origin: EditOrigin): Promise<void> {
  const found = await openNoteAt(ports, address, origin);
  const { note: before, noteId, view, record } = found;
  if (before.isPinned) return;
  const pins = await ports.notes.readPins(view.table, record.customerId, true);
  if (pins.notes.length >= MOST_PINNED_NOTES) throw tooManyPinned();
  const after = [...pins.notes, pinnedNote(noteId, before)];
  const change = changeOfNote(ports, 'note-pinned', origin.caller.userId, found);
  await writeNote(ports, found, { note: { ...before, isPinned: true }, before, change, pins: { before: pins, after } });
}

/** @throws as `pinNote` */
export async function unpinNote(ports: NotePorts, address: NoteAddress, origin: EditOrigin): Promise<void> {
  const found = await openNoteAt(ports, address, origin);
  const { note: before, noteId, view, record } = found;
  if (!before.isPinned) return;
  const pins = await ports.notes.readPins(view.table, record.customerId, true);
  const after = pins.notes.filter((pinned) => pinned.noteId !== noteId);
  const { isPinned: _, ...note } = before;
  const change = changeOfNote(ports, 'note-unpinned', origin.caller.userId, found);
  await writeNote(ports, found, { note, before, change, pins: { before: pins, after } });
}
