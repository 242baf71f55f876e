import * as z from 'zod';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { placeOf } from '../domain/event-place.ts';
import type { HistoryEvent } from '../domain/history-event.ts';
import type { ValueRemoval } from '../ports.ts';
import { historyPartition } from './history-item.ts';

/** All open removals are in one partition: there are few, and each takes seconds. */
export const REMOVALS = 'HISTORY-REMOVALS';

const RemovalItemSchema = z.object({
  partition: z.string(),
  prefix: z.string(),
  customerId: z.string(),
  deletion: z.string(),
  after: z.string(),
});

/** A Customer ID holds no NUL, and neither does a prefix. */
export const removalSortPrefix = (tablePrefix: string): string => `${tablePrefix}\0`;

export const keyOfRemoval = ({ prefix, customerId }: Pick<ValueRemoval, 'prefix' | 'customerId'>): Item =>
  toItem({ PK: REMOVALS, SK: `${removalSortPrefix(prefix)}${customerId}` });

/** @param event that of the deletion */
export function newRemovalItem(table: PublishedTable, customerId: string, event: HistoryEvent): Item {
  const place = placeOf(event);
  const removal: ValueRemoval = {
    partition: historyPartition(table, customerId),
    prefix: table.prefix,
    customerId,
    deletion: place,
    after: place,
  };
  return { ...keyOfRemoval(removal), ...toItem({ ...removal }) };
}

export const fromRemovalItem = (item: Item): ValueRemoval => readItem(RemovalItemSchema, item);
