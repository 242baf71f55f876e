import * as z from 'zod';
import { pageSchema } from '../shared/http/pagination.ts';
import { eventIdOf } from './domain/event-place.ts';
import {
  isWhole,
  type NoteChange,
  NoteChangeSchema,
  type NoteEvent,
  NoteEventSchema,
  NoteTextRevisionSchema,
  type PinnedNote,
  PinnedNoteSchema,
} from './domain/note.ts';
import type { ReadNote } from './use-cases/notes/get-note.ts';

const { noteId, at, by, revision, beginning, editedAt, editedBy } = PinnedNoteSchema.shape;

/** The part of a note that lists show. */
const NoteHeadSchema = z.strictObject({
  ...{ noteId, at, by, revision, editedAt, editedBy },
  beginning,
  isWhole: z.boolean().meta({ description: 'Whether `beginning` is the whole text.' }),
});

/** The answer of a creation is stored for repetitions, so it is without the text. */
export const CreatedNoteSchema = NoteHeadSchema.pick({ noteId: true, at: true, by: true, revision: true }).meta({
  id: 'CreatedNote',
});

export const NoteSchema = z
  .strictObject({
    ...{ noteId, at, by, revision, editedAt, editedBy },
    text: NoteTextRevisionSchema.shape.text,
    isPinned: z.boolean(),
  })
  .meta({ id: 'Note' });

export const PinnedNotesSchema = z
  .strictObject({ items: z.array(NoteHeadSchema.meta({ id: 'PinnedNote' })) })
  .meta({ id: 'PinnedNotes' });

export const NoteRevisionPageSchema = pageSchema(NoteTextRevisionSchema.meta({ id: 'NoteRevision' }));

export const NoteEntrySchema = NoteHeadSchema.extend({
  kind: NoteEventSchema.shape.kind,
  isPinned: z.boolean(),
  isDeleted: z.boolean().meta({ description: 'A deleted note has no text.' }),
}).meta({ id: 'CustomerNoteEntry' });

export const NoteChangeEntrySchema = NoteChangeSchema.omit({ id: true, version: true }).meta({
  id: 'CustomerNoteChange',
});

const edit = ({ editedAt, editedBy }: Pick<NoteEvent, 'editedAt' | 'editedBy'>) => ({
  ...(editedAt !== undefined && { editedAt }),
  ...(editedBy !== undefined && { editedBy }),
});

export function createdNote(id: string, { at, by, revision }: NoteEvent): z.infer<typeof CreatedNoteSchema> {
  return { noteId: id, at, by, revision };
}

export function noteResource({ noteId: id, note, text }: ReadNote): z.infer<typeof NoteSchema> {
  const { at, by, revision, isPinned = false } = note;
  return { noteId: id, at, by, revision, ...edit(note), text, isPinned };
}

export function noteHead(note: PinnedNote): z.infer<typeof NoteHeadSchema> {
  const { noteId: id, at, by, revision, beginning: start } = note;
  return { noteId: id, at, by, revision, ...edit(note), beginning: start, isWhole: isWhole(note) };
}

export function noteEntry(note: NoteEvent): z.infer<typeof NoteEntrySchema> {
  const { kind, isPinned = false, isDeleted = false } = note;
  return { kind, ...noteHead({ ...note, noteId: eventIdOf(note) }), isPinned, isDeleted };
}

export function noteChangeEntry({ id: _, version: __, ...change }: NoteChange): z.infer<typeof NoteChangeEntrySchema> {
  return change;
}
