import { expect, test } from '@jest/globals';
import { VersionCache } from '../../../functions/crm-tables/dynamodb/version-cache.ts';
import type { PublishedTable } from '../../../functions/crm-tables/index.ts';
import { voucim } from '../../support/published-table.ts';

const created = '2026-11-22T10:00:00.000Z';
const recreated = '2026-11-23T10:00:00.000Z';

/** What the cache answers, and how often it read until then. */
function reading(cache: VersionCache) {
  let reads = 0;
  return async (tablePrefix: string, version: number, createdAt = created, found?: PublishedTable | null) => {
    const table = found === null ? undefined : (found ?? { ...voucim(), prefix: tablePrefix, version });
    const answered = await cache.find({ tablePrefix, createdAt, version }, async () => {
      reads += 1;
      return table;
    });
    return { answered, reads };
  };
}

test('a version is read once, a newer one and one of a new table of the same prefix again', async () => {
  const read = reading(new VersionCache());
  expect(await read('ONE', 1)).toMatchObject({ answered: { prefix: 'ONE', version: 1 }, reads: 1 });
  expect(await read('ONE', 1)).toMatchObject({ answered: { version: 1 }, reads: 1 });
  expect(await read('TWO', 1)).toMatchObject({ answered: { prefix: 'TWO' }, reads: 2 });
  expect(await read('ONE', 2)).toMatchObject({ answered: { version: 2 }, reads: 3 });
  expect((await read('ONE', 2, recreated)).reads).toBe(4);
});

test('a version that was not there is looked for again', async () => {
  const read = reading(new VersionCache());
  expect(await read('ONE', 1, created, null)).toEqual({ answered: undefined, reads: 1 });
  expect(await read('ONE', 1)).toMatchObject({ answered: { version: 1 }, reads: 2 });
});

test('the version that was read last is known without a reading', async () => {
  const cache = new VersionCache();
  const read = reading(cache);
  expect(cache.lastRead('ONE')).toBeUndefined();
  const { answered } = await read('ONE', 1);
  expect(cache.lastRead('ONE')).toBe(answered);
});

test('of more than a hundred tables the one that was read first goes', async () => {
  const read = reading(new VersionCache());
  for (let n = 0; n <= 100; n += 1) await read(`T${n}`, 1);
  expect((await read('T100', 1)).reads).toBe(101);
  expect((await read('T0', 1)).reads).toBe(102);
});
