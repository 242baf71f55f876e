import * as z from 'zod';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { placeOfEventId } from '../domain/event-place.ts';
import { type NoteTextRevision, NoteTextRevisionSchema, type PinnedNote, PinnedNoteSchema } from '../domain/note.ts';
import type { PinnedNotes } from '../ports.ts';
import { historyPartition, historySortPrefix } from './history-item.ts';

/** Raised when a stored form changes. */
const NOTE_SCHEMA_VERSION = 1;
const schemaVersion = z.literal(NOTE_SCHEMA_VERSION);

const REVISION_DIGITS = 6;
const revisionKey = (revision: number): string => String(revision).padStart(REVISION_DIGITS, '0');

/** The texts are not in the partition of the events, where each page of a history would read them. */
export const notesPartitionOf = (partition: string): string => partition.replace(/^HISTORY/, 'NOTES');

const partitionOf = (table: PublishedTable, customerId: string) =>
  notesPartitionOf(historyPartition(table, customerId));

export function textKey(table: PublishedTable, customerId: string, noteId: string, revision: number): Item {
  const place = `${historySortPrefix(customerId)}${placeOfEventId(noteId)}`;
  return toItem({ PK: partitionOf(table, customerId), SK: `${place}\0${revisionKey(revision)}` });
}

const TextItemSchema = NoteTextRevisionSchema.extend({ schemaVersion });

export function toTextItem(table: PublishedTable, customerId: string, noteId: string, text: NoteTextRevision): Item {
  return {
    ...textKey(table, customerId, noteId, text.revision),
    ...toItem({ schemaVersion: NOTE_SCHEMA_VERSION, ...text }),
  };
}

export function fromTextItem(item: Item): NoteTextRevision {
  const { schemaVersion: _, ...text } = readItem(TextItemSchema, item);
  return text;
}

/** The pinned notes of a customer are one item, whose sort key is the Customer ID alone: no text is below it. */
export const pinsKey = (table: PublishedTable, customerId: string): Item =>
  toItem({ PK: partitionOf(table, customerId), SK: customerId });

const PinsItemSchema = z.object({
  schemaVersion,
  notes: jsonOf(z.array(PinnedNoteSchema)),
  revision: z.int().min(1),
});

export function toPinsItem(
  table: PublishedTable,
  customerId: string,
  notes: readonly PinnedNote[],
  revision: number,
): Item {
  const attributes = { schemaVersion: NOTE_SCHEMA_VERSION, notes: JSON.stringify(notes), revision };
  return { ...pinsKey(table, customerId), ...toItem(attributes) };
}

export function fromPinsItem(item: Item): PinnedNotes {
  const { notes, revision } = readItem(PinsItemSchema, item);
  return { notes, revision };
}
