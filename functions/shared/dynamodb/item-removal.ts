import { type DynamoDBClient, QueryCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Removal, RemovedTable } from '../domain/removal.ts';
import { parseStored } from '../domain/stored.ts';
import { type Item, toItem } from './attributes.ts';
import type { BackOff } from './back-off.ts';
import { batchWrite } from './batch-write.ts';
import { withRetries } from './with-retries.ts';

/** Items of one partition that go with a CRM table. */
export interface RemovedList {
  /** What the certificate counts them as. */
  readonly kind: string;
  readonly partition: string;
  /** Only the items whose sort keys begin so. */
  readonly sortPrefix?: string;
  /** Only the item with this sort key. */
  readonly sortKey?: string;
}

/** What a removal of items works with. */
export interface RemovalTools {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly backOff: BackOff;
}

interface ItemRemovalOptions extends RemovalTools {
  readonly name: string;
  readonly lists: (removed: RemovedTable) => readonly RemovedList[] | Promise<readonly RemovedList[]>;
}

/** Forty requests of 25 deletions are in flight at once. */
const ITEMS_PER_PAGE = 1_000;

/** The place of the list, and the last sort key of the page. */
const RangeSchema = z.object({ at: z.int(), to: z.string() });

const sortKeyOf = (key: Item): string => key.SK?.S ?? '';

const deletion = ({ PK, SK }: Item): WriteRequest[] => (PK && SK ? [{ DeleteRequest: { Key: { PK, SK } } }] : []);

/** DynamoDB rejects an empty string as a key value, so a whole partition has no condition. */
function conditionOf(sortPrefix: string, sortKey: string | undefined): string {
  if (sortKey !== undefined) return ' AND SK = :sort';
  return sortPrefix ? ' AND begins_with(SK, :sort)' : '';
}

/** As DynamoDB orders sort keys. */
const isAfter = (sortKey: string, other: string): boolean =>
  Buffer.compare(Buffer.from(sortKey), Buffer.from(other)) > 0;

/** Deletes the items of partitions. What is deleted is no longer in its list, so that each page is the first one. */
export function itemRemoval({ name, client, table: TableName, backOff, lists }: ItemRemovalOptions): Removal {
  /** The keys of a list, page by page, strongly consistent. */
  async function* keysOf({ partition, sortPrefix = '', sortKey }: RemovedList): AsyncGenerator<Item[]> {
    let next: Item | undefined;
    do {
      const query = new QueryCommand({
        TableName,
        KeyConditionExpression: `PK = :partition${conditionOf(sortPrefix, sortKey)}`,
        ExpressionAttributeValues: toItem({ ':partition': partition, ':sort': (sortKey ?? sortPrefix) || undefined }),
        ProjectionExpression: 'PK, SK',
        ConsistentRead: true,
        Limit: ITEMS_PER_PAGE,
        ExclusiveStartKey: next,
      });
      const found = await withRetries(backOff, 1, () => client.send(query));
      // One local engine compares a beginning only up to its first NUL.
      const isMeant = (key: Item) => sortKeyOf(key).startsWith(sortPrefix);
      yield (found.Items ?? []).filter(isMeant);
      next = found.LastEvaluatedKey;
    } while (next);
  }

  async function firstPage(list: RemovedList): Promise<Item[]> {
    for await (const keys of keysOf(list)) if (keys.length > 0) return keys;
    return [];
  }

  return {
    name,
    async page(removed, position) {
      for (const [at, list] of (await lists(removed)).entries()) {
        const keys = at < position ? [] : await firstPage(list);
        const last = keys.at(-1);
        if (!last) continue;
        const range = JSON.stringify({ at, to: sortKeyOf(last) });
        return { counts: { [list.kind]: keys.length }, range, position: at };
      }
      return undefined;
    },
    async remove(removed, range) {
      const { at, to } = parseStored(RangeSchema, JSON.parse(range));
      const list = (await lists(removed))[at];
      if (!list) return;
      for await (const keys of keysOf(list)) {
        const counted = keys.filter((key) => !isAfter(sortKeyOf(key), to));
        await batchWrite(client, TableName, backOff, counted.flatMap(deletion));
        if (counted.length < keys.length) return;
      }
    },
  };
}
