import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answerKey } from '../../../functions/shared/dynamodb/answer-item.ts';
import { toItem } from '../../../functions/shared/dynamodb/attributes.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import type { Claim } from '../../../functions/shared/http/answer-store.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';

let dynamo: TestDynamo;
let store: DynamoAnswerStore;
let nowSeconds: number;
let owner: { user: string; key: string };
let keys = 0;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  store = new DynamoAnswerStore(dynamo.client, dynamo.controlTable, { now: () => new Date(nowSeconds * 1000) });
});
beforeEach(() => {
  keys += 1;
  // Close to the real time, so that an engine with a time to live does not remove items during the test.
  nowSeconds = Math.floor(Date.now() / 1000);
  owner = { user: 'ann', key: `key ${keys}` };
});
afterAll(() => dynamo.stop());

function lockOf(claim: Claim): string {
  if (claim.status !== 'claimed') throw new Error(`the claim is ${claim.status}`);
  return claim.lock;
}

describe('the answers in the control table', () => {
  test('a key is claimed by one of many at once', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim(owner, 'f')));
    const statuses = claims.map(({ status }) => status);
    expect(statuses.filter((status) => status === 'claimed')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'running')).toHaveLength(19);
  });

  test('an answer is returned unchanged, only to its user', async () => {
    const answer = { status: 201, body: { text: 'Zoë', list: [1, null] }, etag: '"3"', location: '/a' };
    await store.keep(owner, lockOf(await store.claim(owner, 'f')), answer);
    expect(await store.claim(owner, 'f')).toEqual({ status: 'answered', answer });
    expect(await store.claim(owner, 'g')).toEqual({ status: 'other-request' });
    expect(await store.claim({ ...owner, user: 'bob' }, 'f')).toMatchObject({ status: 'claimed' });
  });

  test('an answer without a body comes back without', async () => {
    await store.keep(owner, lockOf(await store.claim(owner, 'f')), { status: 204 });
    expect(await store.claim(owner, 'f')).toEqual({ status: 'answered', answer: { status: 204 } });
  });

  test('a freed key is free for any request', async () => {
    await store.free(owner, lockOf(await store.claim(owner, 'f')));
    expect(await store.claim(owner, 'g')).toMatchObject({ status: 'claimed' });
  });

  test('a function that dies holding a key loses it to the same request only, and cannot write its answer later', async () => {
    const dead = lockOf(await store.claim(owner, 'f'));
    nowSeconds += 39;
    expect(await store.claim(owner, 'f')).toEqual({ status: 'running' });
    nowSeconds += 1;
    expect(await store.claim(owner, 'g')).toEqual({ status: 'other-request' });
    const lock = lockOf(await store.claim(owner, 'f'));
    await store.keep(owner, dead, { status: 201, body: 'late' });
    await store.free(owner, dead);
    expect(await store.claim(owner, 'f')).toEqual({ status: 'running' });
    await store.keep(owner, lock, { status: 201, body: 'mine' });
    expect(await store.claim(owner, 'f')).toMatchObject({ status: 'answered', answer: { body: 'mine' } });
  });

  test('a key is forgotten after a day, also where the database has not removed it yet', async () => {
    await store.keep(owner, lockOf(await store.claim(owner, 'f')), { status: 201 });
    const { Item } = await dynamo.client.send(
      new GetItemCommand({ TableName: dynamo.controlTable, Key: toItem({ ...answerKey(owner) }) }),
    );
    expect(Item?.ttl).toEqual({ N: String(nowSeconds + 24 * 60 * 60) });
    nowSeconds += 24 * 60 * 60 - 1;
    expect(await store.claim(owner, 'g')).toEqual({ status: 'other-request' });
    nowSeconds += 1;
    expect(await store.claim(owner, 'g')).toMatchObject({ status: 'claimed' });
  });

  test('a compressible answer of a megabyte is stored; an incompressible one is not, and its request never repeated', async () => {
    const long = { status: 200, body: 'abc'.repeat(400_000) };
    await store.keep(owner, lockOf(await store.claim(owner, 'f')), long);
    expect(await store.claim(owner, 'f')).toEqual({ status: 'answered', answer: long });
    const other = { ...owner, key: 'noise' };
    const noise = Array.from({ length: 700_000 }, () => String.fromCharCode(33 + Math.floor(Math.random() * 90)));
    const answer = { status: 201, body: noise.join(''), location: '/things/1' };
    await store.keep(other, lockOf(await store.claim(other, 'f')), answer);
    expect(await store.claim(other, 'f')).toEqual({ status: 'not-kept', location: '/things/1' });
  });
});
