import * as z from 'zod';
import { fromItem, type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { tablePartition } from '../../shared/dynamodb/control-keys.ts';
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
export const QUEUES_PARTITION = 'QUEUES';

export const toQueueItem = (queued: Import): Item =>
  toItem({ ...queueKey(queued), GSI1PK: QUEUES_PARTITION, GSI1SK: listPosition(queued), prefix: queued.prefix });

const QueueEntrySchema = z.object({ prefix: z.string(), GSI1SK: z.string() }).transform(({ prefix, GSI1SK }) => ({
  prefix,
  since: GSI1SK.slice(0, GSI1SK.lastIndexOf('#')),
}));

export const fromQueueItem = (item: Item): WaitingTable => QueueEntrySchema.parse(fromItem(item));

/** The import that a queue entry or a position in a list stands for. */
export const importIdAtEnd = (sortKey: string): string => sortKey.slice(sortKey.lastIndexOf('#') + 1);

/** Where an import stands in the list of its table's imports. */
export const listKey = (prefix: string, position: string) => ({ GSI1PK: importsOfTable(prefix), GSI1SK: position });
export const listPosition = ({ createdAt, importId }: Import): string => `${createdAt}#${importId}`;
export const importsOfTable = (prefix: string): string => `IMPORTS#${prefix}`;

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

const JsonSchema = z.string().transform((text): unknown => JSON.parse(text));
const StoredSchema = z
  .object({
    source: JsonSchema,
    requested: JsonSchema.optional(),
    announced: JsonSchema.optional(),
    schedule: JsonSchema.optional(),
    progress: JsonSchema.optional(),
    estimate: JsonSchema.optional(),
    metered: JsonSchema.optional(),
    refusal: JsonSchema.optional(),
    counts: JsonSchema.optional(),
    ignoredColumns: JsonSchema.optional(),
    warningCodes: JsonSchema.optional(),
    failureCodes: JsonSchema.optional(),
  })
  .loose()
  .transform(({ PK, SK, GSI1PK, GSI1SK, ...record }) => record)
  .pipe(ImportSchema);

export function toImportItem(record: Import): Item {
  const json = JSON_PARTS.map((name) => [name, record[name] && JSON.stringify(record[name])]);
  return toItem({
    ...importKey(record.importId),
    ...listKey(record.prefix, listPosition(record)),
    ...record,
    ...Object.fromEntries(json),
  });
}

export const fromImportItem = (item: Item): Import => StoredSchema.parse(fromItem(item));

const LeaseSchema = z.object({
  importId: z.string().optional(),
  fence: z.int().min(0).default(0),
  lastEndedAt: z.string().optional(),
});

/** A table that was never imported into has no lease item. */
export function fromLeaseItem(item: Item | undefined) {
  const { importId, fence, lastEndedAt } = LeaseSchema.parse(fromItem(item ?? {}));
  return { importId, fence, lastEndedAt };
}
