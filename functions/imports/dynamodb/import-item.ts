import * as z from 'zod';
import { fromItem, type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { tablePartition } from '../../shared/dynamodb/control-keys.ts';
import { type Import, ImportSchema } from '../domain/import.ts';

/** Keys of what imports keep in the control table. */
export const importKey = (importId: string) => ({ PK: `IMPORT#${importId}`, SK: 'IMPORT' });
export const QUEUE_SORT_PREFIX = 'QUEUE#';
/** Import ids sort by time, so the queue is first come, first served. */
export const queueKey = (prefix: string, importId: string) => ({
  PK: tablePartition(prefix),
  SK: `${QUEUE_SORT_PREFIX}${importId}`,
});
export const importsOfTable = (prefix: string): string => `IMPORTS#${prefix}`;

/** Nested parts, kept as JSON: nothing asks DynamoDB about them. */
const JSON_PARTS = ['source', 'progress', 'refusal', 'counts'] as const;

const JsonSchema = z.string().transform((text): unknown => JSON.parse(text));
const StoredSchema = z
  .object({
    source: JsonSchema,
    progress: JsonSchema.optional(),
    refusal: JsonSchema.optional(),
    counts: JsonSchema.optional(),
  })
  .loose()
  .transform(({ PK, SK, GSI1PK, GSI1SK, ...record }) => record)
  .pipe(ImportSchema);

export function toImportItem(record: Import): Item {
  const { source, progress, refusal, counts, ...flat } = record;
  const parts = { source, progress, refusal, counts };
  const json = JSON_PARTS.map((name) => [name, parts[name] && JSON.stringify(parts[name])]);
  return toItem({
    ...importKey(record.importId),
    GSI1PK: importsOfTable(record.prefix),
    GSI1SK: record.importId,
    ...flat,
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
