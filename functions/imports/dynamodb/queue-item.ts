import * as z from 'zod';
import { parseStored } from '../../shared/domain/stored.ts';
import { fromItem, type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { List } from '../../shared/dynamodb/query.ts';
import { type Import, positionOf } from '../domain/import.ts';
import type { WaitingTable } from '../ports.ts';
import { keyAt } from './import-item.ts';
import { IMPORT_INDEX_PARTITIONS, IMPORT_PARTITIONS } from './partitions.ts';

/** Holds the imports that wait for a CRM table, its lease and its counters. */
export const queuePartition = (tablePrefix: string): string => `${IMPORT_PARTITIONS.queues}${tablePrefix}`;

export const QUEUE_SORT_PREFIX = 'WAITING#';

type Queued = Pick<Import, 'prefix' | 'createdAt' | 'importId'>;

export const queueKey = (queued: Queued): ControlKey => ({
  PK: queuePartition(queued.prefix),
  SK: `${QUEUE_SORT_PREFIX}${positionOf(queued)}`,
});

export const toQueueItem = (queued: Queued): Item =>
  toItem({
    ...queueKey(queued),
    GSI1PK: IMPORT_INDEX_PARTITIONS.queues,
    GSI1SK: positionOf(queued),
    prefix: queued.prefix,
  });

const QueueEntrySchema = z.object({ prefix: z.string(), GSI1SK: z.string() }).transform(({ prefix, GSI1SK }) => ({
  prefix,
  since: GSI1SK.slice(0, GSI1SK.lastIndexOf('#')),
}));

export const fromQueueItem = (item: Item): WaitingTable => parseStored(QueueEntrySchema, fromItem(item));

export const allQueues = (table: string): List => ({
  table,
  partition: IMPORT_INDEX_PARTITIONS.queues,
  sortPrefix: '',
  inIndex: { keyOf: keyAt },
  attributes: ['prefix'],
});
