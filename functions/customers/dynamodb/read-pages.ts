import { withRetries } from '../../shared/dynamodb/with-retries.ts';
import type { CustomerPage, PageOfShard } from '../ports.ts';
import { type CustomerItem, shardKey } from './customer-item.ts';
import type { TableReader } from './read-customers.ts';

/** An eventually consistent unit reads so many bytes. */
const BYTES_PER_UNIT = 8_192;

const FIXED_NAMES = ['SK', 'deletedAt', 'importId'];

/** Reads one page of a shard in the order of the Customer IDs, without tombstones. Eventually consistent. */
export async function readPage(
  { calls, backOff, tableName }: TableReader,
  tablePrefix: string,
  { shard, after, limit, codes }: PageOfShard,
): Promise<CustomerPage> {
  const names = [...FIXED_NAMES, ...codes];
  const partition = { S: shardKey(tablePrefix, shard) };
  const input = {
    TableName: tableName,
    KeyConditionExpression: 'PK = :shard',
    ExpressionAttributeValues: { ':shard': partition },
    ProjectionExpression: names.map((_, index) => `#${index}`).join(','),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#${index}`, name])),
    ReturnConsumedCapacity: 'TOTAL' as const,
    ...(limit !== undefined && { Limit: limit }),
    ...(after !== undefined && { ExclusiveStartKey: { PK: partition, SK: { S: after } } }),
  };
  const page = await withRetries(backOff, 1, () => calls.query(input));
  const items = page.Items ?? [];
  return {
    read: items.length,
    customers: items.filter(({ deletedAt }) => deletedAt === undefined).map((item) => customerOf(item, codes)),
    bytes: (page.ConsumedCapacity?.CapacityUnits ?? 0) * BYTES_PER_UNIT,
    next: page.LastEvaluatedKey?.SK?.S,
  };
}

function customerOf(item: CustomerItem, codes: readonly string[]) {
  const values: Record<string, string | undefined> = {};
  for (const code of codes) values[code] = item[code]?.S;
  return { customerId: item.SK?.S ?? '', values, importId: item.importId?.S };
}
