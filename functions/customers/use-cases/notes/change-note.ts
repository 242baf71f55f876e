import { DomainError } from '../../../shared/domain/errors.ts';
import {
  deletedNote,
  MOST_NOTE_REVISIONS,
  type NoteDeletionReason,
  type NoteEvent,
  pinnedNote,
  textParts,
} from '../../domain/note.ts';
import type { NoteWrite } from '../../ports.ts';
import type { EditOrigin } from '../desk-ports.ts';
import type { ReadNote } from './get-note.ts';
import { changeOfNote, type FoundNote, type NoteAddress, type NotePorts, openNoteAt, writeNote } from './note-of.ts';

/** The list of pinned notes with the note as it is now, or without it; nothing for a note that is not pinned. */
async function updatedPins(
  { notes }: NotePorts,
  { view, record, noteId, note }: FoundNote,
  after: NoteEvent | undefined,
): Promise<Pick<NoteWrite, 'pins'>> {
  if (!note.isPinned) return {};
  const before = await notes.readPins(view.table, record.customerId, true);
  const updated = before.notes.flatMap((pinned) => {
    if (pinned.noteId !== noteId) return [pinned];
    return after ? [pinnedNote(noteId, after)] : [];
  });
  return { pins: { before, after: updated } };
}

function tooManyRevisions(): DomainError {
  const message = `A note can be edited ${MOST_NOTE_REVISIONS - 1} times. Write a new one.`;
  return new DomainError('conflict', 'note.too-many-revisions', message);
}

/**
 * Replaces the text of a note, and keeps the earlier ones. The same text changes nothing.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `note.not-found`, `note.too-many-revisions`, `if-match.stale`
 */
export async function editNote(
  ports: NotePorts,
  address: NoteAddress,
  text: string,
  origin: EditOrigin,
): Promise<ReadNote> {
  const found = await openNoteAt(ports, address, origin);
  const { note: before, noteId } = found;
  const { table } = found.view;
  const [stored] = await ports.notes.readTexts(table, found.record.customerId, noteId, [before.revision]);
  if (stored?.text === text) return { noteId, note: before, text };
  if (before.revision === MOST_NOTE_REVISIONS) throw tooManyRevisions();
  const revision = before.revision + 1;
  const change = changeOfNote(ports, 'note-edited', origin.caller.userId, found);
  const note: NoteEvent = { ...before, ...textParts(text), revision, editedAt: change.at, editedBy: change.by };
  const pins = await updatedPins(ports, found, note);
  const revised = { revision, text, at: change.at, by: change.by };
  await writeNote(ports, found, { note, before, text: revised, change, ...pins });
  return { noteId, note, text };
}

/** A person who may delete the customer with all notes may delete one of them. */
const MAY_DELETE_ALL = 'customers.delete';

function notYours(): DomainError {
  const message = `A note is deleted by the person who wrote it, or with the permission ${MAY_DELETE_ALL}.`;
  return new DomainError('forbidden', 'note.not-yours', message);
}

/**
 * Deletes a note with its earlier texts. Its event stays without a text.
 * @throws DomainError `crm-table.*`, `customer.not-found`, `note.not-found`, `note.not-yours`, `if-match.stale`
 */
export async function deleteNote(
  ports: NotePorts,
  address: NoteAddress,
  reason: NoteDeletionReason,
  origin: EditOrigin,
): Promise<void> {
  const found = await openNoteAt(ports, address, origin);
  const { note: before, view } = found;
  if (before.by !== origin.caller.userId && !view.has(MAY_DELETE_ALL)) throw notYours();
  const change = { ...changeOfNote(ports, 'note-deleted', origin.caller.userId, found), reason };
  const pins = await updatedPins(ports, found, undefined);
  await writeNote(ports, found, { note: deletedNote(before), before, change, removesTexts: true, ...pins });
}
