import * as z from 'zod';
import { NoteIdSchema } from './event-place.ts';

/** As much as eight pages of a book; a longer text is a document. */
const MOST_NOTE_BYTES = 32 * 1024;

/**
 * A page of 26 notes takes three parts of 4 KB with so much of each text, as the edited ones are the largest. A longer text is read when the note is
 * opened.
 */
const BEGINNING_BYTES = 120;

/** Opening a record reads the beginnings of all pinned notes. */
export const MOST_PINNED_NOTES = 5;

/** A deletion removes all revisions in one transaction, which has at most 100 items. */
export const MOST_NOTE_REVISIONS = 50;

/** As typed, line breaks included. NUL is in no stored text. */
export const NoteTextSchema = z
  .string()
  .max(MOST_NOTE_BYTES)
  .refine((text) => text.trim() !== '', 'A note must not be blank.')
  .refine((text) => text.isWellFormed() && !text.includes('\0'), {
    message: 'A note must not contain NUL or half a character.',
  })
  .refine((text) => Buffer.byteLength(text) <= MOST_NOTE_BYTES, {
    message: `A note must not have more than ${MOST_NOTE_BYTES} bytes.`,
  });

export const NoteInputSchema = z
  .strictObject({ text: NoteTextSchema.meta({ example: 'Prefers to be called after six.' }) })
  .meta({ id: 'NoteInput' });

/** Why a note is deleted. A code, because a text could repeat what is deleted. */
export const NoteDeletionReasonSchema = z
  .enum(['entered-by-mistake', 'wrong-customer', 'personal-data', 'out-of-date', 'other'])
  .meta({ id: 'NoteDeletionReason' });
export type NoteDeletionReason = z.infer<typeof NoteDeletionReasonSchema>;

const by = z.string().meta({ description: 'The id of the user.' });

/** The part of a note that lists show. */
const HeadShape = {
  at: z.iso.datetime(),
  by,
  /** Raised by each edit. */
  revision: z.int().min(1),
  beginning: z.string().meta({ description: 'Of the text, as much as lists show.' }),
  editedAt: z.iso.datetime().optional(),
  editedBy: by.optional(),
};

/** The event of a note in the history of its customer: the beginning of its text, as it is now. */
export const NoteEventSchema = z.strictObject({
  id: z.string(),
  kind: z.literal('note'),
  /** That of the customer when the note was written. */
  version: z.int().min(1),
  ...HeadShape,
  /** Of the whole text; 0 after the note or its customer was deleted. */
  textBytes: z.int().min(0),
  isPinned: z.boolean().optional(),
  isDeleted: z.boolean().optional(),
});
export type NoteEvent = z.infer<typeof NoteEventSchema>;

/** The event of a change of a note; it has no text, and names the note. */
export const NoteChangeSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['note-edited', 'note-pinned', 'note-unpinned', 'note-deleted']),
  at: z.iso.datetime(),
  by,
  /** That of the customer. */
  version: z.int().min(1),
  noteId: NoteIdSchema,
  reason: NoteDeletionReasonSchema.optional().meta({ description: 'Of a deletion.' }),
});
export type NoteChange = z.infer<typeof NoteChangeSchema>;

/** A pinned note as the list of pinned notes has it. */
export const PinnedNoteSchema = z.strictObject({ noteId: NoteIdSchema, ...HeadShape, textBytes: z.int().min(0) });
export type PinnedNote = z.infer<typeof PinnedNoteSchema>;

/** One revision of the text of a note. */
export const NoteTextRevisionSchema = z.strictObject({
  revision: z.int().min(1),
  text: z.string(),
  at: z.iso.datetime(),
  by,
});
export type NoteTextRevision = z.infer<typeof NoteTextRevisionSchema>;

/** The beginning of a text, cut between two code points. */
export function beginningOf(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= BEGINNING_BYTES) return text;
  // In stream mode the decoder leaves out an incomplete last code point.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(bytes.subarray(0, BEGINNING_BYTES), { stream: true });
}

/** The parts of an event that follow from its text. */
export const textParts = (text: string): Pick<NoteEvent, 'beginning' | 'textBytes'> => ({
  ...{ beginning: beginningOf(text), textBytes: Buffer.byteLength(text) },
});

/** Whether lists show the whole text. */
export const isWhole = ({ beginning, textBytes }: Pick<NoteEvent, 'beginning' | 'textBytes'>): boolean =>
  Buffer.byteLength(beginning) === textBytes;

export function pinnedNote(noteId: string, note: NoteEvent): PinnedNote {
  const { at, by: author, revision, beginning, textBytes, editedAt, editedBy } = note;
  return { noteId, at, by: author, revision, beginning, textBytes, editedAt, editedBy };
}

/** The event without its text. */
export const withoutText = (note: NoteEvent): NoteEvent => ({ ...note, beginning: '', textBytes: 0 });

/** The event of a note that was deleted, alone or with its customer. */
export function deletedNote(note: NoteEvent): NoteEvent {
  const { isPinned: _, ...kept } = withoutText(note);
  return { ...kept, isDeleted: true };
}
