import * as z from 'zod';
import { type Item, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import { type TableSummary, TableSummarySchema } from '../domain/summaries.ts';
import { CRM_TABLE_PARTITIONS } from './partitions.ts';

const tableListPartition = (accountPrefix: string): string => `${CRM_TABLE_PARTITIONS.lists}${accountPrefix}`;

/** The CRM tables of an account, by prefix. */
export function tableList(accountPrefix: string) {
  return { partition: tableListPartition(accountPrefix), sortPrefix: '' };
}

/** Lists a CRM table under its account. */
export function tablePointerKey(accountPrefix: string, tablePrefix: string): ControlKey {
  return { PK: tableListPartition(accountPrefix), SK: tablePrefix };
}

const PointerItemSchema = z.object({ ...TableSummarySchema.shape, publishedVersion: z.int().optional() });

export function toPointerItem({ accountPrefix, prefix, publishedVersion }: CrmTable, name: string) {
  return { ...tablePointerKey(accountPrefix, prefix), prefix, name, publishedVersion };
}

export function fromPointerItem(item: Item): TableSummary {
  const { publishedVersion = null, ...pointer } = readItem(PointerItemSchema, item);
  return { ...pointer, publishedVersion };
}
