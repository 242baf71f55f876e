import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { withoutValues } from '../domain/history-event.ts';
import type { CustomerHistory, ValueRemoval } from '../ports.ts';
import type { BackOff } from './back-off.ts';
import { withRetries } from './dynamo-calls.ts';
import { fromHistoryItem, historySortPrefix } from './history-item.ts';
import { fromRemovalItem, keyOfRemoval, REMOVALS } from './removal-item.ts';

/** DynamoDB's limit for one BatchWriteItem. */
const EVENTS_PER_WRITE = 25;
/** Four writes at the same time: a page of 100 events takes some 50 ms. */
const EVENTS_PER_PAGE = 100;

/** The event without its values; undefined if it has none. */
function stripped(item: Item): WriteRequest | undefined {
  const { changes } = fromHistoryItem(item);
  if (changes.every((change) => change.old === undefined && change.new === undefined)) return undefined;
  const { isCut: _, ...kept } = item;
  return { PutRequest: { Item: { ...kept, changes: { S: JSON.stringify(withoutValues(changes)) } } } };
}

const batchesOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / EVENTS_PER_WRITE) }, (_, index) =>
    all.slice(index * EVENTS_PER_WRITE, (index + 1) * EVENTS_PER_WRITE),
  );

/** A later deletion of the same customer has replaced the removal, which then stays. */
async function unlessReplaced(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}

export function valueRemovals(
  client: DynamoDBClient,
  tableName: string,
  backOff: BackOff,
): Pick<CustomerHistory, 'findRemoval' | 'listRemovals' | 'removeValues'> {
  /** Writes events, and repeats those that DynamoDB leaves unprocessed. */
  async function put(requests: readonly WriteRequest[]): Promise<void> {
    let open = [...requests];
    for (let attempt = 0; open.length > 0; attempt += 1) {
      const input = { RequestItems: { [tableName]: open } };
      const { UnprocessedItems } = await withRetries(backOff, open.length, () =>
        client.send(new BatchWriteItemCommand(input)),
      );
      open = UnprocessedItems?.[tableName] ?? [];
      if (open.length > 0) await backOff.wait(attempt, open.length, 'UnprocessedItems');
    }
  }

  const isSame = ({ deletion }: ValueRemoval) => ({
    ConditionExpression: 'deletion = :deletion',
    ExpressionAttributeValues: toItem({ ':deletion': deletion }),
  });

  function store(removal: ValueRemoval, after: string): Promise<void> {
    const { ConditionExpression, ExpressionAttributeValues } = isSame(removal);
    const input = {
      TableName: tableName,
      Key: keyOfRemoval(removal),
      UpdateExpression: 'SET #after = :after',
      ConditionExpression,
      ExpressionAttributeNames: { '#after': 'after' },
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ...toItem({ ':after': after }) },
    };
    return unlessReplaced(client.send(new UpdateItemCommand(input)));
  }

  function complete(removal: ValueRemoval): Promise<void> {
    const input = { TableName: tableName, Key: keyOfRemoval(removal), ...isSame(removal) };
    return unlessReplaced(client.send(new DeleteItemCommand(input)));
  }

  return {
    async findRemoval(table, customerId) {
      const Key = keyOfRemoval({ prefix: table.prefix, customerId });
      const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }));
      return Item && fromRemovalItem(Item);
    },
    async listRemovals(limit) {
      const list = { table: tableName, partition: REMOVALS, sortPrefix: '', isConsistent: true };
      return readEach((await page(client, list, { limit, after: undefined })).items, fromRemovalItem);
    },
    async removeValues(removal, shouldContinue) {
      const { partition, customerId } = removal;
      const list = { table: tableName, partition, sortPrefix: historySortPrefix(customerId), isConsistent: true };
      let after: string | undefined = removal.after;
      while (shouldContinue()) {
        const { items, next } = await page(client, list, { limit: EVENTS_PER_PAGE, after });
        const requests = readEach(items, stripped).filter((request) => request !== undefined);
        await Promise.all(batchesOf(requests).map(put));
        if (next === undefined) {
          await complete(removal);
          return 'complete';
        }
        await store(removal, next);
        after = next;
      }
      return 'open';
    },
  };
}
