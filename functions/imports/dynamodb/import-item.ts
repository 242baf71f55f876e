import * as z from 'zod';
import { parseStored } from '../../shared/domain/stored.ts';
import { fromItem, type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { tablePartition } from '../../shared/dynamodb/control-keys.ts';
import type { List } from '../../shared/dynamodb/query.ts';
import { type Import, ImportSchema } from '../domain/import.ts';
import type { WaitingTable } from '../ports.ts';

/** Keys of what imports keep in the control table. */
export const importKey = (importId: string) => ({ PK: `IMPORT#${importId}`, SK: 'IMPORT' });
export const QUEUE_SORT_PREFIX = 'QUEUE#';
/** First come, first served: an import id alone would order only by the second. */
export const queueKey = ({ prefix, createdAt, importId }: Pick<Import, 'prefix' | 'createdAt' | 'importId'>) => ({
  PK: tablePartition(prefix),
  SK: `${QUEUE_SORT_PREFIX}${createdAt}#${importId}`,
});

/** All queues in one list, oldest first: what watches them need not know which CRM tables there are. */
const QUEUES_PARTITION = 'QUEUES';

export const toQueueItem = (queued: Import): Item =>
  toItem({ ...queueKey(queued), GSI1PK: QUEUES_PARTITION, GSI1SK: listPosition(queued), prefix: queued.prefix });

const QueueEntrySchema = z.object({ prefix: z.string(), GSI1SK: z.string() }).transform(({ prefix, GSI1SK }) => ({
  prefix,
  since: GSI1SK.slice(0, GSI1SK.lastIndexOf('#')),
}));

export const fromQueueItem = (item: Item): WaitingTable => parseStored(QueueEntrySchema, fromItem(item));

/** The import that a queue entry or a position in a list stands for. */
export function importIdAtEnd(sortKey: string): string;
export function importIdAtEnd(sortKey: string | undefined): string | undefined;
export function importIdAtEnd(sortKey: string | undefined): string | undefined {
  return sortKey?.slice(sortKey.lastIndexOf('#') + 1);
}

const keyAt = (position: string) => importKey(importIdAtEnd(position));

export const allQueues = (table: string): List => ({
  table,
  partition: QUEUES_PARTITION,
  sortPrefix: '',
  inIndex: { keyOf: keyAt },
  attributes: ['prefix'],
});

/** Where an import stands in the list of its table's imports. */
const listKey = (prefix: string, position: string) => ({ GSI1PK: `IMPORTS#${prefix}`, GSI1SK: position });
const listPosition = ({ createdAt, importId }: Import): string => `${createdAt}#${importId}`;

export const importsOfTable = (table: string, prefix: string): List => ({
  table,
  partition: listKey(prefix, '').GSI1PK,
  sortPrefix: '',
  inIndex: { keyOf: keyAt },
  newestFirst: true,
});

/** Nested parts, kept as JSON: nothing asks DynamoDB about them. */
const JSON_PARTS = [
  'source',
  'requested',
  'announced',
  'schedule',
  'progress',
  'estimate',
  'metered',
  'refusal',
  'counts',
  'ignoredColumns',
  'warningCodes',
  'failureCodes',
] as const;

const { shape } = ImportSchema;
const ImportItemSchema = z.object({
  ...shape,
  source: jsonOf(shape.source),
  requested: jsonOf(shape.requested.unwrap()).optional(),
  announced: jsonOf(shape.announced.unwrap()).optional(),
  schedule: jsonOf(shape.schedule.unwrap()).optional(),
  // A stage that only a newer release knows must not keep this one from ending the import.
  progress: jsonOf(shape.progress.unwrap()).optional().catch(undefined),
  estimate: jsonOf(shape.estimate.unwrap()).optional(),
  metered: jsonOf(shape.metered.unwrap()).optional(),
  refusal: jsonOf(shape.refusal.unwrap()).optional(),
  counts: jsonOf(shape.counts.unwrap()).optional(),
  ignoredColumns: jsonOf(shape.ignoredColumns.unwrap()).optional(),
  warningCodes: jsonOf(shape.warningCodes.unwrap()).optional(),
  failureCodes: jsonOf(shape.failureCodes.unwrap()).optional(),
});

export const IMPORT_ATTRIBUTES = Object.keys(ImportItemSchema.shape);

export function toImportItem(record: Import): Item {
  const json = JSON_PARTS.map((name) => [name, record[name] && JSON.stringify(record[name])]);
  return toItem({
    ...importKey(record.importId),
    ...listKey(record.prefix, listPosition(record)),
    ...record,
    ...Object.fromEntries(json),
  });
}

/** @throws UnreadableRecord */
export const fromImportItem = (item: Item): Import => readItem(ImportItemSchema, item);
