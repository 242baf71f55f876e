import * as z from 'zod';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { tableKey, tablePointerKey } from '../../shared/dynamodb/control-keys.ts';
import { AssignedSlotSchema, type CrmTable } from '../domain/crm-table.ts';
import { type TableSummary, TableSummarySchema } from '../domain/summaries.ts';

/** The `TABLE` item, beside its keys and the high-water mark, which only updates of its own touch. */
const TableItemSchema = z.object({
  prefix: z.string(),
  accountPrefix: z.string(),
  createdAt: z.iso.datetime(),
  shardCount: z.int().min(1),
  publishedVersion: z.int().min(1).optional(),
  slots: jsonOf(z.array(AssignedSlotSchema)),
  publishedCodes: jsonOf(z.array(z.string())),
});

export function toTableItem(table: CrmTable): Item {
  return toItem({
    ...tableKey(table.prefix),
    ...table,
    slots: JSON.stringify(table.slots),
    publishedCodes: JSON.stringify(table.publishedCodes),
  });
}

export function fromTableItem(item: Item): CrmTable {
  const { publishedVersion, ...table } = readItem(TableItemSchema, item);
  return { ...table, publishedVersion };
}

/** Lists the table under its account, with what the list shows. */
export function toPointerItem(table: CrmTable, name: string): Item {
  return toItem({
    ...tablePointerKey(table.accountPrefix, table.prefix),
    prefix: table.prefix,
    name,
    publishedVersion: table.publishedVersion,
  });
}

const PointerItemSchema = TableSummarySchema.extend({ publishedVersion: z.int().optional() });

export function tableSummary(item: Item): TableSummary {
  const { publishedVersion = null, ...pointer } = readItem(PointerItemSchema, item);
  return { ...pointer, publishedVersion };
}
