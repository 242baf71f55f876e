import * as z from 'zod';
import { type Item, jsonOf, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type PublishedTable, PublishedTableSchema } from '../domain/published-table.ts';
import { type VersionSummary, VersionSummarySchema } from '../domain/summaries.ts';
import { tablePartition } from './table-item.ts';

/** Enough for every version that people will publish; fixed, so that keys sort like numbers. */
const VERSION_DIGITS = 5;

export const VERSION_SORT_PREFIX = 'VERSION#';

export function versionKey(tablePrefix: string, version: number): ControlKey {
  return {
    PK: tablePartition(tablePrefix),
    SK: `${VERSION_SORT_PREFIX}${String(version).padStart(VERSION_DIGITS, '0')}`,
  };
}

/** The versions of a CRM table. */
export const tableVersions = (tablePrefix: string) => ({
  partition: tablePartition(tablePrefix),
  sortPrefix: VERSION_SORT_PREFIX,
});

/** Raised when the stored form changes; a reader of an older release then fails instead of misreading it. */
export const VERSION_SCHEMA_VERSION = 1;

const VersionItemSchema = z.object({
  schemaVersion: z.literal(VERSION_SCHEMA_VERSION),
  body: jsonOf(PublishedTableSchema),
});

/** The attributes of a list of versions, stored besides the body with the whole version. */
export const VERSION_SUMMARY_ATTRIBUTES = ['version', 'name', 'publishedAt'];

export function toVersionItem(table: PublishedTable) {
  return {
    ...versionKey(table.prefix, table.version),
    schemaVersion: VERSION_SCHEMA_VERSION,
    version: table.version,
    name: table.name,
    publishedAt: table.publishedAt,
    body: JSON.stringify(table),
  };
}

export function fromVersionItem(item: Item): PublishedTable {
  return readItem(VersionItemSchema, item).body;
}

export function versionSummary(item: Item): VersionSummary {
  return readItem(VersionSummarySchema, item);
}
