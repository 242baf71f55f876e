import { BatchWriteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { all, count, first, page } from '../../../functions/shared/dynamodb/query.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';

const COUNT = 7;
const KEYS = Array.from({ length: COUNT }, (_, index) => `ITEM#${index}`);
let dynamo: TestDynamo;

/** Seven items of 300 KB, so that a page of the database ends after three of them. */
beforeAll(async () => {
  dynamo = await startTestDynamo();
  const filler = { S: 'x'.repeat(300 * 1024) };
  for (const SK of [...KEYS, 'OTHER#1']) {
    const item = { PK: { S: 'LIST' }, SK: { S: SK }, GSI1PK: { S: 'INDEX' }, GSI1SK: { S: SK }, filler };
    await dynamo.client.send(new PutItemCommand({ TableName: dynamo.controlTable, Item: item }));
  }
});
afterAll(() => dynamo.stop());

const list = () => ({ table: dynamo.controlTable, partition: 'LIST', sortPrefix: 'ITEM#' });
const index = () => ({
  ...{ table: dynamo.controlTable, partition: 'INDEX', sortPrefix: 'ITEM#' },
  inIndex: { keyOf: (position: string) => ({ PK: 'LIST', SK: `ITEM#${position}` }) },
});

test('all items of a list come, however many pages they fill, and no others', async () => {
  expect((await all(dynamo.client, list(), COUNT)).map(({ SK }) => SK?.S)).toEqual(KEYS);
  expect((await all(dynamo.client, index(), COUNT)).map(({ SK }) => SK?.S)).toEqual(KEYS);
  const keysOnly = { ...list(), attributes: ['PK'] };
  expect((await all(dynamo.client, keysOnly, COUNT))[0]).toEqual({ PK: { S: 'LIST' }, SK: { S: 'ITEM#0' } });
});

test('a list that is longer than it can be is a defect', async () => {
  await expect(all(dynamo.client, list(), COUNT - 1)).rejects.toThrow('more than 6 items');
});

test.each([1, 2, 100])('pages of %i, each from where the one before ended, hold every item once', async (limit) => {
  for (const each of [list(), { ...list(), newestFirst: true }, index()]) {
    const found: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await page(dynamo.client, each, { limit, after });
      expect(items.length).toBeGreaterThan(0);
      expect(items.length).toBeLessThanOrEqual(limit);
      found.push(...items.map(({ SK }) => SK?.S));
      after = next;
    } while (after !== undefined);
    expect(found).toEqual('newestFirst' in each ? KEYS.toReversed() : KEYS);
  }
});

test('the first item of a list is the lowest, or the newest', async () => {
  expect((await first(dynamo.client, list()))?.SK?.S).toBe('ITEM#0');
  expect((await first(dynamo.client, { ...list(), newestFirst: true }))?.SK?.S).toBe('ITEM#6');
  expect(await first(dynamo.client, { ...list(), sortPrefix: 'NONE#' })).toBeUndefined();
});

test('the count of a list includes every page, and no other items', async () => {
  expect(await count(dynamo.client, list())).toBe(COUNT);
  expect(await count(dynamo.client, { ...list(), sortPrefix: 'NONE#' })).toBe(0);
});

describe('a filter', () => {
  const NAMES = ['Alpha', 'beta', 'GAMMA', 'alphabet', 'Delta', 'ALPS', 'straße', 'Strasse'];
  const COUNT_OF_NAMED = 1_050;
  const named = () => ({ table: dynamo.controlTable, partition: 'NAMED', sortPrefix: 'N#' });
  const keyOf = (index: number) => `N#${String(index).padStart(5, '0')}`;
  const nameOf = (index: number) => `${NAMES[index % NAMES.length]} ${index}`;

  beforeAll(async () => {
    const items = Array.from({ length: COUNT_OF_NAMED }, (_, index) => ({
      ...{ PK: { S: 'NAMED' }, SK: { S: keyOf(index) } },
      ...{ name: { S: nameOf(index) }, other: { S: 'alpha' } },
    }));
    for (let at = 0; at < items.length; at += 25) {
      const puts = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
      await dynamo.client.send(new BatchWriteItemCommand({ RequestItems: { [dynamo.controlTable]: puts } }));
    }
  });

  const pageOf = (text: string, limit: number, after?: string) =>
    page(dynamo.client, named(), { limit, after, filter: { attributes: ['name'], text } });

  test('returns, over all pages, the items that a filter of the whole list keeps, in their order', async () => {
    const texts = fc.oneof(
      fc.constantFrom('alp', 'ALPHA', 'ss 1', 'ta 9', '104', 'a', 'none'),
      fc.string({ maxLength: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 40, max: 100 }), async (text, limit) => {
        const found: (string | undefined)[] = [];
        let after: string | undefined;
        for (let pages = 0; pages <= COUNT_OF_NAMED; pages += 1) {
          const { items, next } = await pageOf(text, limit, after);
          expect(items.length).toBeLessThanOrEqual(limit);
          found.push(...items.map(({ name }) => name?.S));
          after = next;
          if (after === undefined) break;
        }
        const wanted = text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
        const all = Array.from({ length: COUNT_OF_NAMED }, (_, index) => nameOf(index));
        expect(found).toEqual(all.filter((name) => name.toUpperCase().includes(wanted)));
      }),
      { numRuns: 15 },
    );
  });

  test('makes one request read at most 1,000 items: a page may be empty and yet not the last', async () => {
    expect(await pageOf(' 1049', 10)).toEqual({ items: [], next: '00999' });
    const rest = await pageOf(' 1049', 10, '00999');
    expect(rest).toMatchObject({ items: [{ SK: { S: 'N#01049' } }] });
    expect(rest.next).toBeUndefined();
  });

  test('makes one request read at most 1 MB', async () => {
    const filter = { attributes: ['SK'], text: 'item#6' };
    const { items, next = '' } = await page(dynamo.client, list(), { limit: 1, after: undefined, filter });
    expect(items).toEqual([]);
    expect(Number(next)).toBeLessThan(4);
  });
});
