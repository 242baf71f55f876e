import * as z from 'zod';
import type { Removal } from '../../shared/domain/removal.ts';
import { parseStored } from '../../shared/domain/stored.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { batchWrite } from '../../shared/dynamodb/batch-write.ts';
import type { RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { all } from '../../shared/dynamodb/query.ts';
import { END, SPACES } from '../domain/entry.ts';
import { bucketsOf, singlePartition } from '../domain/index-keys.ts';

/** Of one partition: entries that are newer than the last generation. */
const MOST_SINGLES = 1_000_000;
/** So many keys are a range of some KB. */
const KEYS_PER_PAGE = 50;

const RangeSchema = z.array(z.object({ PK: z.string(), SK: z.string() }));

/** The key is value, Customer ID and field. */
const customerOf = (sortKey: string): string | undefined => sortKey.split(END)[1];

/** The single entries of one customer, by any value: also those of values that the customer has lost. */
export function entryRemoval({ client, table, backOff }: RemovalTools, customerId: string): Removal {
  const partitionsOf = (prefix: string) =>
    SPACES.flatMap((space) => bucketsOf(space).map((bucket) => singlePartition(prefix, space, bucket)));

  return {
    name: 'search-entries',
    async page({ prefix }, position) {
      for (const [at, partition] of partitionsOf(prefix).entries()) {
        if (at < position) continue;
        const list = { table, partition, sortPrefix: '', isConsistent: true, attributes: [] };
        const sortKeys = (await all(client, list, MOST_SINGLES)).flatMap(({ SK }) => SK?.S ?? []);
        const own = sortKeys.filter((sortKey) => customerOf(sortKey) === customerId).slice(0, KEYS_PER_PAGE);
        if (own.length === 0) continue;
        const range = JSON.stringify(own.map((SK) => ({ PK: partition, SK })));
        return { counts: { 'search-entries': own.length }, range, position: at };
      }
      return undefined;
    },
    async remove(_, range) {
      const keys = parseStored(RangeSchema, JSON.parse(range));
      await batchWrite(
        client,
        table,
        backOff,
        keys.map((key) => ({ DeleteRequest: { Key: toItem(key) } })),
      );
    },
  };
}
