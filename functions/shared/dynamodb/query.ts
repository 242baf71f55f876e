import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { matchesFilter } from '../domain/filter.ts';
import type { Page, PageRequest } from '../domain/page.ts';
import { type Item, toItem } from './attributes.ts';
import type { ControlKey } from './control-key.ts';

/** A list in the control table: the items of a partition whose sort keys begin with `sortPrefix`, or all of them. */
export interface List {
  readonly table: string;
  readonly partition: string;
  readonly sortPrefix: string;
  /** For a list in the index GSI1, which is eventually consistent: the item's table key, derived from its position. */
  readonly inIndex?: { readonly keyOf?: (position: string) => ControlKey };
  /** Only the items whose sort keys are in this range, ends included. `sortPrefix` is then empty. */
  readonly between?: { readonly from: string; readonly to: string };
  readonly newestFirst?: boolean;
  readonly isConsistent?: boolean;
  /** The attributes to read; all of them by default. */
  readonly attributes?: readonly string[];
}

const TABLE_KEYS = { partition: 'PK', sort: 'SK' } as const;
const INDEX_KEYS = { partition: 'GSI1PK', sort: 'GSI1SK' } as const;

const keysOf = ({ inIndex }: List) => (inIndex ? INDEX_KEYS : TABLE_KEYS);

/** Attribute names are given by number: `name` and others are reserved words. */
function projection(sort: string, attributes: readonly string[] | undefined) {
  if (!attributes) return {};
  const names = Object.fromEntries([sort, ...attributes].map((name, index) => [`#${index}`, name]));
  return { ExpressionAttributeNames: names, ProjectionExpression: Object.keys(names).join(', ') };
}

/** DynamoDB rejects an empty string as a key value, so a whole partition has no condition. */
function rangeOf(list: List): string[] {
  const { sort } = keysOf(list);
  if (list.between) return [`${sort} BETWEEN :from AND :to`];
  return list.sortPrefix ? [`begins_with(${sort}, :sortPrefix)`] : [];
}

function queryInput(list: List): QueryCommandInput {
  const { partition, sort } = keysOf(list);
  return {
    TableName: list.table,
    ...(list.inIndex && { IndexName: 'GSI1' }),
    KeyConditionExpression: [`${partition} = :partition`, ...rangeOf(list)].join(' AND '),
    ExpressionAttributeValues: toItem({
      ':partition': list.partition,
      ':sortPrefix': list.sortPrefix || undefined,
      ':from': list.between?.from,
      ':to': list.between?.to,
    }),
    ...projection(sort, list.attributes),
    ...(list.isConsistent && { ConsistentRead: true }),
    ScanIndexForward: !list.newestFirst,
  };
}

function startKey(list: List, position: string): Item {
  const { partition, sort } = keysOf(list);
  return toItem({
    ...list.inIndex?.keyOf?.(position),
    [partition]: list.partition,
    [sort]: `${list.sortPrefix}${position}`,
  });
}

/** A request that filters reads at most so many items, or 1 MB: DynamoDB cannot compare blind to case itself. */
const MOST_FILTERED = 1_000;

const textsIn = (value: Item[string] | undefined): string | readonly string[] | undefined =>
  value?.L ? value.L.flatMap(({ S }) => (S === undefined ? [] : [S])) : value?.S;

/**
 * One page of a list. A position is the sort key after `sortPrefix`. Reads one item more than requested, to know
 * whether the page is the last.
 */
export async function page(
  client: DynamoDBClient,
  list: List,
  { limit, after, filter }: PageRequest,
): Promise<Page<Item>> {
  const { Items: read = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      ...queryInput(list),
      Limit: filter ? MOST_FILTERED : limit + 1,
      ...(after !== undefined && { ExclusiveStartKey: startKey(list, after) }),
    }),
  );
  const matching = filter
    ? read.filter((item) => matchesFilter(filter, (attribute) => textsIn(item[attribute])))
    : read;
  const items = matching.slice(0, limit);
  if (matching.length <= limit && LastEvaluatedKey === undefined) return { items };
  // DynamoDB ends a page after 1 MB: the list may go on although fewer items came than were requested.
  const last = matching.length > limit ? items.at(-1) : read.at(-1);
  const lastKey = last?.[keysOf(list).sort]?.S;
  return lastKey === undefined ? { items } : { items, next: lastKey.slice(list.sortPrefix.length) };
}

/** The first item of a list; reads no other. */
export async function first(client: DynamoDBClient, list: List): Promise<Item | undefined> {
  const { Items = [] } = await client.send(new QueryCommand({ ...queryInput(list), Limit: 1 }));
  return Items[0];
}

/** The number of items of a list. DynamoDB reads all of them, but returns none. */
export async function count(client: DynamoDBClient, list: List): Promise<number> {
  let counted = 0;
  let next: Item | undefined;
  do {
    const found = await client.send(
      new QueryCommand({ ...queryInput(list), Select: 'COUNT', ExclusiveStartKey: next }),
    );
    counted += found.Count ?? 0;
    next = found.LastEvaluatedKey;
  } while (next);
  return counted;
}

/**
 * Every item of a list, page by page.
 * @param most a bound on the list's length: a longer list is a defect that must not exhaust the memory
 * @throws Error when the list has more items
 */
export async function all(client: DynamoDBClient, list: List, most: number): Promise<Item[]> {
  const items: Item[] = [];
  let next: Item | undefined;
  do {
    const found = await client.send(new QueryCommand({ ...queryInput(list), ExclusiveStartKey: next }));
    items.push(...(found.Items ?? []));
    if (items.length > most)
      throw new Error(`The list ${list.partition} ${list.sortPrefix} has more than ${most} items`);
    next = found.LastEvaluatedKey;
  } while (next);
  return items;
}
