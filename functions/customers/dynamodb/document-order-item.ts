import * as z from 'zod';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { type Item, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { type DocumentOrder, documentFolder } from '../domain/document-order.ts';
import type { HistoryEvent } from '../domain/history-event.ts';

/** All orders are in one partition, by the time when they are due: there are few. */
export const DOCUMENT_ORDERS = 'DOCUMENT-REMOVALS';

const OrderItemSchema = z.object({
  id: z.string(),
  dueAt: z.iso.datetime(),
  accountPrefix: z.string(),
  prefix: z.string(),
  shard: z.int().min(0),
  customer: z.string(),
  uploads: z.array(z.string()).optional(),
  upToVersion: z.int().optional(),
  keepsStored: z.boolean().optional(),
});

export const keyOfOrder = ({ dueAt, id }: Pick<DocumentOrder, 'dueAt' | 'id'>): Item =>
  toItem({ PK: DOCUMENT_ORDERS, SK: `${dueAt}#${id}` });

export const toOrderItem = (order: DocumentOrder): Item => ({ ...keyOfOrder(order), ...toItem({ ...order }) });

export const fromOrderItem = (item: Item): DocumentOrder => readItem(OrderItemSchema, item);

/** Removes all documents that a customer had before its deletion. @param event that of the deletion */
export function customerOrderItem(table: PublishedTable, customerId: string, event: HistoryEvent): Item {
  const { id, at: dueAt, version: upToVersion } = event;
  return toOrderItem({ id, dueAt, ...documentFolder(table, customerId), upToVersion });
}
