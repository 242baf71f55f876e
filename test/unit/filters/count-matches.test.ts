import { expect, test } from '@jest/globals';
import type { CustomerPages } from '../../../functions/customers/index.ts';
import { type CountPosition, countMatches } from '../../../functions/filters/use-cases/count-matches.ts';
import { voucim } from '../../support/published-table.ts';
import { TESTERS, testerOf } from '../../support/rights.ts';

const MEGABYTE = 1_048_576;
const ITEM_BYTES = 30_000;

test('a request counts at most 1 MB, and the sum of all requests is the count of the table', async () => {
  const table = voucim();
  const tables = {
    readPublished: async () => ({ status: 'published' as const, table }),
    readVersion: async () => table,
  };
  const caller = { grants: await TESTERS.grantsOf(testerOf('agent')) };
  const customers = Array.from({ length: 100 }, (_, n) => ({
    ...{ customerId: `C${String(n).padStart(3, '0')}`, shard: n % table.shardCount, importId: undefined },
    values: { P011: n % 3 === 0 ? 'Müller' : 'Hill' },
  }));
  let bytes = 0;
  const pages: Pick<CustomerPages, 'customers'> = {
    customers: async (_, { shard, after = '', limit = Number.POSITIVE_INFINITY }) => {
      const rest = customers.filter((each) => each.shard === shard && each.customerId > after);
      const found = rest.slice(0, Math.min(limit, Math.floor(MEGABYTE / ITEM_BYTES)));
      bytes += found.length * ITEM_BYTES;
      const next = found.length < rest.length ? found.at(-1)?.customerId : undefined;
      return { read: found.length, customers: found, bytes: found.length * ITEM_BYTES, next };
    },
  };
  const all = [{ any: [{ field: 'P011', operator: 'is' as const, value: 'MULLER' }] }];
  let [matching, read, requests] = [0, 0, 0];
  for (let next: CountPosition | undefined = { shard: 0, after: undefined }; next; requests += 1) {
    bytes = 0;
    const counted: Awaited<ReturnType<typeof countMatches>> = await countMatches(
      { tables, pages },
      table.prefix,
      all,
      next,
      caller,
    );
    expect(bytes).toBeLessThan(MEGABYTE + ITEM_BYTES);
    matching += counted.matching;
    read += counted.read;
    next = counted.next;
  }
  expect({ matching, read }).toEqual({ matching: 34, read: 100 });
  expect(requests).toBeGreaterThan(2);
});
