import * as z from 'zod';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { type HistoryEvent, HistoryEventSchema } from '../domain/history-event.ts';
import { shardOf } from '../domain/shard.ts';

/** Raised when the stored form changes. */
const HISTORY_SCHEMA_VERSION = 1;

/** Above every time in milliseconds until the year 2286: inverted, later times sort first. */
const LAST_MILLISECOND = 9_999_999_999_999;
const TIME_DIGITS = 13;

/** A Customer ID holds no NUL, so no ID's events begin with those of another. */
const SEPARATOR = '\0';

/** The history of a customer is in one partition with those of the other customers of its shard. */
export function historyPartition({ prefix, shardCount }: PublishedTable, customerId: string): string {
  return `HISTORY#${prefix}#${shardOf(customerId, shardCount)}`;
}

export const historySortPrefix = (customerId: string): string => `${customerId}${SEPARATOR}`;

const inverted = (number: number): string => String(LAST_MILLISECOND - number).padStart(TIME_DIGITS, '0');

/**
 * The place of an event in a list: the newest events have the lowest. Two changes in one millisecond are in the order of
 * their versions.
 */
export function placeOf({ at, version, id }: HistoryEvent): string {
  return `${inverted(Date.parse(at))}${SEPARATOR}${inverted(version)}-${id}`;
}

const HistoryItemSchema = HistoryEventSchema.extend({
  schemaVersion: z.literal(HISTORY_SCHEMA_VERSION),
  changes: jsonOf(HistoryEventSchema.shape.changes),
});

export function toHistoryItem(table: PublishedTable, customerId: string, event: HistoryEvent): Item {
  return toItem({
    PK: historyPartition(table, customerId),
    SK: `${historySortPrefix(customerId)}${placeOf(event)}`,
    schemaVersion: HISTORY_SCHEMA_VERSION,
    ...event,
    changes: JSON.stringify(event.changes),
  });
}

export function fromHistoryItem(item: Item): HistoryEvent {
  const { schemaVersion: _, ...event } = readItem(HistoryItemSchema, item);
  return event;
}
