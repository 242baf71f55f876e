import * as z from 'zod';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { DocumentChangeSchema, DocumentEventSchema } from '../domain/document-event.ts';
import { placeOf } from '../domain/event-place.ts';
import { HistoryEventSchema, isChange, type StoredEvent } from '../domain/history-event.ts';
import { NoteChangeSchema, NoteEventSchema } from '../domain/note.ts';
import { shardOf } from '../domain/shard.ts';

/** Raised when the stored form changes. */
const HISTORY_SCHEMA_VERSION = 1;

/** A Customer ID holds no NUL, so no ID's events begin with those of another. */
const SEPARATOR = '\0';

/** What the place of a history depends on. */
export type HistoryTable = Pick<PublishedTable, 'prefix' | 'shardCount'>;

/** The history of a customer is in one partition with those of the other customers of its shard. */
export function historyPartition({ prefix, shardCount }: HistoryTable, customerId: string): string {
  return historyShard(prefix, shardOf(customerId, shardCount));
}

/** The histories of a shard's customers. */
export const historyShard = (tablePrefix: string, shard: number): string => `HISTORY#${tablePrefix}#${shard}`;

export const historySortPrefix = (customerId: string): string => `${customerId}${SEPARATOR}`;

const schemaVersion = z.literal(HISTORY_SCHEMA_VERSION);

const ChangeItemSchema = HistoryEventSchema.extend({
  schemaVersion,
  changes: jsonOf(HistoryEventSchema.shape.changes),
});
const NoteItemSchema = NoteEventSchema.extend({ schemaVersion });
const NoteChangeItemSchema = NoteChangeSchema.extend({ schemaVersion });
const DocumentItemSchema = DocumentEventSchema.extend({ schemaVersion });
const DocumentChangeItemSchema = DocumentChangeSchema.extend({ schemaVersion });

export function historyKey(table: HistoryTable, customerId: string, place: string): Item {
  return toItem({ PK: historyPartition(table, customerId), SK: `${historySortPrefix(customerId)}${place}` });
}

export function toHistoryItem(table: HistoryTable, customerId: string, event: StoredEvent): Item {
  return {
    ...historyKey(table, customerId, placeOf(event)),
    ...toItem({
      schemaVersion: HISTORY_SCHEMA_VERSION,
      ...event,
      ...(isChange(event) && { changes: JSON.stringify(event.changes) }),
    }),
  };
}

/** An item of a later release, with a kind that this one does not know, fits no schema. */
function readEvent(item: Item) {
  const kind = item.kind?.S;
  if (kind === 'note') return readItem(NoteItemSchema, item);
  if (kind?.startsWith('note-')) return readItem(NoteChangeItemSchema, item);
  if (kind === 'document') return readItem(DocumentItemSchema, item);
  if (kind === 'document-version' || kind === 'document-deleted') return readItem(DocumentChangeItemSchema, item);
  return readItem(ChangeItemSchema, item);
}

export function fromHistoryItem(item: Item): StoredEvent {
  const { schemaVersion: _, ...event } = readEvent(item);
  return event;
}
