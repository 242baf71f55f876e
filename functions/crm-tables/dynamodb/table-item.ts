import * as z from 'zod';
import { type Item, jsonOf, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import { CRM_TABLE_PARTITIONS } from './partitions.ts';

/** Holds the table itself, its draft and its published versions. */
export function tablePartition(tablePrefix: string): string {
  return `${CRM_TABLE_PARTITIONS.tables}${tablePrefix}`;
}

export function tableKey(tablePrefix: string): ControlKey {
  return { PK: tablePartition(tablePrefix), SK: 'TABLE' };
}

/** The `TABLE` item without its keys. */
const TableItemSchema = z.object({
  prefix: z.string(),
  accountPrefix: z.string(),
  createdAt: z.iso.datetime(),
  shardCount: z.int().min(1),
  publishedVersion: z.int().min(1).optional(),
  publishedCodes: jsonOf(z.array(z.string())),
});

export function toTableItem(table: CrmTable) {
  return {
    ...tableKey(table.prefix),
    ...table,
    publishedCodes: JSON.stringify(table.publishedCodes),
  };
}

/** Whether the CRM table is being deleted: for everyone but the deletion it does not exist any more. */
export const isBeingDeleted = (item: Item): boolean => item.deletingBy !== undefined;

export function fromTableItem(item: Item): CrmTable {
  const { publishedVersion, ...table } = readItem(TableItemSchema, item);
  return { ...table, publishedVersion };
}
