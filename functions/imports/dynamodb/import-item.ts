import * as z from 'zod';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { List } from '../../shared/dynamodb/query.ts';
import { type Import, ImportSchema, listOf, positionOf } from '../domain/import.ts';
import { IMPORT_INDEX_PARTITIONS, IMPORT_PARTITIONS } from './partitions.ts';

export const importKey = (importId: string): ControlKey => ({
  PK: `${IMPORT_PARTITIONS.imports}${importId}`,
  SK: 'IMPORT',
});

/** Reads the import id at the end of the sort key of a queue entry or of a position in a list. */
export function importIdAtEnd(sortKey: string): string;
export function importIdAtEnd(sortKey: string | undefined): string | undefined;
export function importIdAtEnd(sortKey: string | undefined): string | undefined {
  return sortKey?.slice(sortKey.lastIndexOf('#') + 1);
}

export const keyAt = (position: string): ControlKey => importKey(importIdAtEnd(position));

const listKey = (tablePrefix: string, position: string) => ({
  GSI1PK: `${IMPORT_INDEX_PARTITIONS.imports}${tablePrefix}`,
  GSI1SK: position,
});

/** The imports of a CRM table, in the index. */
export const importList = (tablePrefix: string): Omit<List, 'table'> => ({
  partition: listKey(tablePrefix, '').GSI1PK,
  sortPrefix: '',
  inIndex: { keyOf: keyAt },
  newestFirst: true,
});

export const importsOfTable = (table: string, tablePrefix: string): List => ({ table, ...importList(tablePrefix) });

/** Nested parts are stored as JSON, since no DynamoDB expression reads them. */
const JSON_PARTS = [
  'source',
  'requested',
  'announced',
  'schedule',
  'progress',
  'estimate',
  'metered',
  'rejection',
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
  // A stage that only a newer release knows must not prevent this release from ending the import.
  progress: jsonOf(shape.progress.unwrap()).optional().catch(undefined),
  estimate: jsonOf(shape.estimate.unwrap()).optional(),
  metered: jsonOf(shape.metered.unwrap()).optional(),
  rejection: jsonOf(shape.rejection.unwrap()).optional(),
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
    ...listKey(listOf(record), positionOf(record)),
    ...record,
    ...Object.fromEntries(json),
  });
}

/** @throws UnreadableRecord */
export const fromImportItem = (item: Item): Import => readItem(ImportItemSchema, item);
