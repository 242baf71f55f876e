import type { SchemaDescriptions } from './schema-descriptions.ts';

/** The parts of a note that lists and the note itself have. */
const HEAD = {
  noteId: 'Of the note.',
  at: 'When the note was written.',
  revision: '1 at first, raised by each edit.',
  editedAt: 'When the note was last edited; absent for a note that was not.',
} as const;

export const NOTES: SchemaDescriptions = {
  NoteInput: { text: 'The text of a note.', properties: { text: 'At most 32 KB, line breaks included.' } },
  CreatedNote: {
    text: 'A note that was written, without its text.',
    properties: { noteId: HEAD.noteId, at: HEAD.at, revision: HEAD.revision },
  },
  Note: {
    text: 'A note with its whole text.',
    properties: { ...HEAD, text: 'As typed.', isPinned: 'Whether it stands at the head of the customer.' },
  },
  PinnedNote: { text: 'A pinned note, by the beginning of its text.', properties: HEAD },
  PinnedNotes: {
    text: 'The pinned notes of a customer.',
    properties: { items: 'In the order in which they were pinned.' },
  },
  NoteRevision: {
    text: 'The text of a note, as it was written or after an edit.',
    properties: { revision: '1 for the first text.', text: 'As typed.', at: 'When this text was written.' },
  },
  NoteDeletionReason: { text: 'Why a note is deleted.' },
  CustomerNoteEntry: {
    text: 'A note in the history of a customer, by the beginning of its text.',
    properties: { ...HEAD, kind: 'Always `note`.', isPinned: 'Whether it stands at the head of the customer.' },
  },
  CustomerNoteChange: {
    text: 'The edit or the deletion of a note.',
    properties: {
      kind: '`note-edited` or `note-deleted`.',
      noteId: 'Of the note.',
      at: 'When it was edited or deleted.',
    },
  },
};
