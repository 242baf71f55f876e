import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { all, first, page } from '../../../functions/shared/dynamodb/query.ts';
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
