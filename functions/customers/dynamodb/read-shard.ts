import { withRetries } from '../../shared/dynamodb/with-retries.ts';
import type { CustomerValues } from '../ports.ts';
import { type CustomerItem, shardKey } from './customer-item.ts';
import type { TableReader } from './read-customers.ts';

/** Reads the customers of one shard page by page, without tombstones. Strongly consistent: it sees all earlier writes. */
export async function* readShard(
  { calls, backOff, tableName }: TableReader,
  tablePrefix: string,
  shard: number,
  codes: readonly string[],
): AsyncGenerator<readonly CustomerValues[]> {
  const names = ['SK', 'deletedAt', ...codes];
  let next: CustomerItem | undefined;
  do {
    const input = {
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :shard',
      ExpressionAttributeValues: { ':shard': { S: shardKey(tablePrefix, shard) } },
      ProjectionExpression: names.map((_, index) => `#${index}`).join(','),
      ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#${index}`, name])),
      ExclusiveStartKey: next,
    };
    const page = await withRetries(backOff, 1, () => calls.query(input));
    yield (page.Items ?? []).filter(({ deletedAt }) => deletedAt === undefined).map((item) => valuesOf(item, codes));
    next = page.LastEvaluatedKey;
  } while (next);
}

function valuesOf(item: CustomerItem, codes: readonly string[]): CustomerValues {
  const values: Record<string, string | undefined> = {};
  for (const code of codes) values[code] = item[code]?.S;
  return { customerId: item.SK?.S ?? '', values };
}
