import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Page, PageRequest } from '../domain/page.ts';
import { type Item, toItem } from './attributes.ts';

/** A list in the control table: the items of a partition whose sort keys begin with `sortPrefix`, or all of them. */
export interface ListKeys {
  readonly table: string;
  readonly partition: string;
  readonly sortPrefix: string;
  readonly newestFirst?: boolean;
  /** The attributes that are needed beside `SK`, where the others are many; otherwise all come. */
  readonly attributes?: readonly string[];
}

/** Attribute names are given by number: `name` and others are reserved words. */
function projection(attributes: readonly string[] | undefined) {
  if (!attributes) return {};
  const names = Object.fromEntries(['SK', ...attributes].map((name, index) => [`#${index}`, name]));
  return { ExpressionAttributeNames: names, ProjectionExpression: Object.keys(names).join(', ') };
}

/**
 * One page of a list, eventually consistent. A position is the sort key behind `sortPrefix`.
 * One item more than asked for is read, so that the last page says that it is the last.
 */
export async function queryPage(client: DynamoDBClient, keys: ListKeys, page: PageRequest): Promise<Page<Item>> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: keys.table,
      // An empty string is no key value to DynamoDB, so a whole partition is asked for without it.
      KeyConditionExpression: keys.sortPrefix ? 'PK = :partition AND begins_with(SK, :sortPrefix)' : 'PK = :partition',
      ExpressionAttributeValues: toItem({ ':partition': keys.partition, ':sortPrefix': keys.sortPrefix || undefined }),
      ...projection(keys.attributes),
      ScanIndexForward: !keys.newestFirst,
      Limit: page.limit + 1,
      ...(page.after !== undefined && {
        ExclusiveStartKey: toItem({ PK: keys.partition, SK: `${keys.sortPrefix}${page.after}` }),
      }),
    }),
  );
  const items = Items.slice(0, page.limit);
  // A megabyte ends a page of DynamoDB early: then there is more, though fewer items came than were asked for.
  const isLast = Items.length <= page.limit && LastEvaluatedKey === undefined;
  const lastKey = items.at(-1)?.SK?.S;
  return isLast || lastKey === undefined ? { items } : { items, next: lastKey.slice(keys.sortPrefix.length) };
}
