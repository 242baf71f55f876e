import type { BackOff } from '../../shared/dynamodb/back-off.ts';
import { withRetries } from '../../shared/dynamodb/with-retries.ts';
import type { IdRange, RangeSample } from '../domain/read-method.ts';
import type { ShouldContinue } from '../ports.ts';
import { type CustomerItem, type CustomerLayout, shardKey } from './customer-item.ts';
import type { DynamoCalls } from './dynamo-calls.ts';
import { itemBytes } from './item-size.ts';

export interface TableReader {
  readonly calls: DynamoCalls;
  readonly backOff: BackOff;
  readonly tableName: string;
}

/** Requests only some attributes: the read units stay the same, but less is transferred and parsed. */
export function projection(layout: CustomerLayout) {
  const names = layout.readNames;
  return {
    ProjectionExpression: names.map((_, index) => `#${index}`).join(','),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#${index}`, name])),
  };
}

function rangeCondition(shard: string, { highestId, lowestId }: IdRange) {
  return {
    KeyConditionExpression: 'PK = :shard AND SK BETWEEN :lowest AND :highest',
    ExpressionAttributeValues: { ':shard': { S: shard }, ':lowest': { S: lowestId }, ':highest': { S: highestId } },
  };
}

/** Reads one shard's part of a range page by page, and passes each item on before it requests the next page. */
export async function queryShard(
  { calls, backOff, tableName }: TableReader,
  layout: CustomerLayout,
  shard: string,
  range: IdRange,
  consistent: boolean,
  each: (item: CustomerItem) => void,
  shouldContinue: ShouldContinue,
): Promise<void> {
  const condition = rangeCondition(shard, range);
  const { ProjectionExpression, ExpressionAttributeNames } = projection(layout);
  let next: CustomerItem | undefined;
  do {
    const input = {
      TableName: tableName,
      ConsistentRead: consistent,
      ...condition,
      ProjectionExpression,
      ExpressionAttributeNames,
      ExclusiveStartKey: next,
    };
    const page = await withRetries(backOff, 1, () => calls.query(input));
    for (const item of page.Items ?? []) each(item);
    next = page.LastEvaluatedKey;
  } while (next && shouldContinue());
}

/** Measures the highest items, at most `limit`, of one shard's part of a range. */
export async function sampleShard(
  { calls, backOff, tableName }: TableReader,
  shard: string,
  range: IdRange,
  limit: number,
): Promise<RangeSample> {
  const input = { TableName: tableName, ...rangeCondition(shard, range), ScanIndexForward: false, Limit: limit };
  const page = await withRetries(backOff, 1, () => calls.query(input));
  const items = page.Items ?? [];
  const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0);
  return {
    rows: items.length,
    lowestId: page.LastEvaluatedKey?.SK?.S,
    itemBytes: items.length === 0 ? 0 : bytes / items.length,
  };
}

async function isShardEmpty({ calls, backOff, tableName }: TableReader, shard: string): Promise<boolean> {
  const input = {
    TableName: tableName,
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :shard',
    ExpressionAttributeValues: { ':shard': { S: shard } },
    Limit: 1,
  };
  const page = await withRetries(backOff, 1, () => calls.query(input));
  return (page.Items ?? []).length === 0;
}

/** Whether no shard of a CRM table has an item, tombstones included. Strongly consistent. */
export async function isTableEmpty(table: TableReader, tablePrefix: string, shardCount: number): Promise<boolean> {
  const shards = Array.from({ length: shardCount }, (_, shard) => shardKey(tablePrefix, shard));
  const found = await Promise.all(shards.map((shard) => isShardEmpty(table, shard)));
  return found.every((isEmpty) => isEmpty);
}

/** Reads at most 100 distinct keys, and requests those again that DynamoDB left unprocessed. */
export async function batchGet(
  { calls, backOff, tableName }: TableReader,
  layout: CustomerLayout,
  customerIds: readonly string[],
  consistent: boolean,
  each: (item: CustomerItem) => void,
): Promise<void> {
  const request = { ...projection(layout), ConsistentRead: consistent };
  let keys: CustomerItem[] = customerIds.map((id) => layout.key(id));
  for (let attempt = 0; ; attempt += 1) {
    const open = keys;
    const output = await withRetries(backOff, open.length, () =>
      calls.batchGetItem({ RequestItems: { [tableName]: { ...request, Keys: open } } }),
    );
    for (const item of output.Responses?.[tableName] ?? []) each(item);
    keys = output.UnprocessedKeys?.[tableName]?.Keys ?? [];
    if (keys.length === 0) return;
    // More than 16 MB of items come in several answers: that is progress, and no reason to give up.
    if (keys.length < open.length) attempt = 0;
    await backOff.wait(attempt, keys.length, 'UnprocessedKeys');
  }
}
