import { CUSTOMER_ID_CODE, type PublishedTable } from '../../crm-tables/index.ts';
import type { CustomerFields } from '../domain/customer-fields.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import { type CustomerItem, CustomerLayout } from './customer-item.ts';
import { importLines } from './import-lines.ts';
import { itemBytes } from './item-size.ts';

/** Every field of a table as columns. */
export function allFields(table: PublishedTable): CustomerFields {
  return { table, columns: table.fields.filter(({ code }) => code !== CUSTOMER_ID_CODE), blank: 'clear' };
}

/** @throws Error when the item is not a customer's */
export function recordOf(table: PublishedTable, item: CustomerItem): CustomerRecord {
  const fields = allFields(table);
  const { cells, ...stored } = new CustomerLayout(fields).stored(item);
  const values = fields.columns.flatMap(({ code }, index): [string, string][] => {
    const value = cells[index];
    return value ? [[code, value]] : [];
  });
  return {
    ...stored,
    imports: importLines(item, stored.version),
    ...(item.erasing && { isBeingErased: true as const }),
    deletedVersion: Number(item.deletedVersion?.N ?? 0),
    values: Object.fromEntries(values),
    bytes: itemBytes(item),
  };
}

/** The attributes of the import that wrote a customer last, which the writes of people keep. */
function keptOrigin({ importId, fence }: CustomerRecord): CustomerItem {
  return {
    ...(importId !== undefined && { importId: { S: importId } }),
    ...(fence > 0 && { fence: { N: String(fence) } }),
  };
}

/** DynamoDB removes a tombstone after this time; no import runs so long. */
const TOMBSTONE_SECONDS = 30 * 24 * 60 * 60;

/** A deleted customer: no value, and no entry of an index. */
export function tombstoneItem(key: CustomerItem, before: CustomerRecord, deletedAt: string): CustomerItem {
  return {
    ...key,
    ...keptOrigin(before),
    version: { N: String(before.version + 1) },
    deletedAt: { S: deletedAt },
    ttl: { N: String(Math.floor(Date.parse(deletedAt) / 1000) + TOMBSTONE_SECONDS) },
  };
}

/** A tombstone that keeps nothing of the customer's item but its key and the order of its writes, for an erasure that works on. */
export function erasedItem(before: CustomerItem, erasedAt: string): CustomerItem {
  const { PK, SK, importId, fence } = before;
  return {
    ...(PK && { PK }),
    ...(SK && { SK }),
    ...(importId && { importId }),
    ...(fence && { fence }),
    version: { N: String(Number(before.version?.N ?? 0) + 1) },
    deletedAt: { S: erasedAt },
    ttl: { N: String(Math.floor(Date.parse(erasedAt) / 1000) + TOMBSTONE_SECONDS) },
    erasing: { BOOL: true },
  };
}

/** A customer in the place of a tombstone. */
export function revivedItem(item: CustomerItem, tombstone: CustomerRecord): CustomerItem {
  return { ...item, ...keptOrigin(tombstone), deletedVersion: { N: String(tombstone.version) } };
}
