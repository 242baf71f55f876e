import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { BlockItemSchema, SingleItemSchema } from '../domain/index-keys.ts';
import type { IndexReader } from '../ports.ts';

const BLOCK = BlockItemSchema.omit({ PK: true });
const SINGLE = SingleItemSchema.pick({ SK: true, c: true });

/** The first items of a query, at most `limit`. A page ends after 1 MB. */
async function itemsOf(client: DynamoDBClient, input: QueryCommandInput, limit: number) {
  const items: Record<string, AttributeValue>[] = [];
  let next = input.ExclusiveStartKey;
  do {
    const page = { ...input, Limit: limit - items.length, ExclusiveStartKey: next };
    const found = await client.send(new QueryCommand(page));
    items.push(...(found.Items ?? []));
    next = found.LastEvaluatedKey;
  } while (next && items.length < limit);
  return items;
}

export function indexReader(client: DynamoDBClient, searchTable: string): IndexReader {
  return {
    async blocks(partition, after, limit) {
      const input = {
        TableName: searchTable,
        KeyConditionExpression: 'PK = :partition AND SK > :after',
        ExpressionAttributeValues: toItem({ ':partition': partition, ':after': after }),
      };
      return (await itemsOf(client, input, limit)).map((item) => {
        const { SK, b } = readItem(BLOCK, item);
        return { SK, body: b };
      });
    },
    async singles(partition, beginning, after, limit) {
      const start = { ExclusiveStartKey: after === undefined ? undefined : toItem({ PK: partition, SK: after }) };
      const input = {
        TableName: searchTable,
        KeyConditionExpression: 'PK = :partition AND begins_with(SK, :beginning)',
        ExpressionAttributeValues: toItem({ ':partition': partition, ':beginning': beginning }),
        ProjectionExpression: 'SK, c',
        ...start,
      };
      return (await itemsOf(client, input, limit)).map((item) => readItem(SINGLE, item));
    },
  };
}
