import type { BatchGetItemInput, QueryInput, UpdateItemInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import type { DynamoCalls } from '../../../functions/customers/dynamodb/dynamo-calls.ts';
import { DynamoCustomerStore } from '../../../functions/customers/dynamodb/dynamo-customer-store.ts';
import { isTableEmpty } from '../../../functions/customers/dynamodb/read-customers.ts';
import { TableBusy } from '../../../functions/shared/dynamodb/back-off.ts';
import { bulkJobOf, prepared } from '../../support/bulk-job.ts';
import { MemoryCustomers } from '../../support/memory-customers.ts';
import { fakeBackOff, fakeCalls, sdkError } from './fake-calls.ts';

const job = bulkJobOf();
const customer = prepared(new MemoryCustomers().bulk(job), 'update', 'A', ['x', '']);

function storeOf(given: Partial<DynamoCalls>) {
  const { backOff, waits } = fakeBackOff();
  const table = { calls: fakeCalls(given), backOff, tableName: 'customers' };
  return { store: new DynamoCustomerStore(table, { write: async () => {} }, job, 2), table, waits };
}

function item(id: string) {
  return { SK: { S: id }, version: { N: '1' } };
}

describe('one write', () => {
  test.each([
    ['ConditionalCheckFailedException', 'condition-failed'],
    ['ValidationException', { code: 'customer.rejected' }],
  ])('%s', async (name, reply) => {
    const { store } = storeOf({ updateItem: () => Promise.reject(sdkError(name)) });
    const found = await store.update(customer, 1);
    if (typeof reply === 'string') expect(found).toBe(reply);
    else expect(found).toMatchObject(reply);
  });

  test('throttling is waited out, then thrown', async () => {
    let calls = 0;
    const { store, waits } = storeOf({
      updateItem: async (_: UpdateItemInput) => {
        calls += 1;
        if (calls < 3) throw sdkError('ThrottlingException');
      },
      putItem: () => Promise.reject(sdkError('RequestLimitExceeded')),
    });
    expect(await store.update(customer, 1)).toBe('written');
    expect(waits).toEqual([50, 75]);
    await expect(store.replace(customer, 1)).rejects.toThrow(TableBusy);
  });

  test('other failures are thrown', async () => {
    const { store } = storeOf({ updateItem: () => Promise.reject(sdkError('AccessDeniedException')) });
    await expect(store.update(customer, 1)).rejects.toThrow('AccessDeniedException');
  });
});

describe('reading by ID', () => {
  const ids = Array.from({ length: 250 }, (_, n) => `A${n}`);

  /** Answers at most `most` keys of a call and leaves the rest unprocessed. */
  function getter(most: (call: number) => number) {
    const requested: number[] = [];
    return {
      requested,
      batchGetItem: async ({ RequestItems = {} }: BatchGetItemInput) => {
        const { Keys: keys = [] } = RequestItems.customers ?? {};
        const answered = keys.slice(0, most(requested.length));
        const rest = keys.slice(answered.length);
        requested.push(keys.length);
        return {
          Responses: { customers: answered.map((key) => item(key.SK?.S ?? '')) },
          ...(rest.length > 0 && { UnprocessedKeys: { customers: { Keys: rest } } }),
        };
      },
    };
  }

  test('requests a hundred at once, and unprocessed ones again', async () => {
    const { requested, batchGetItem } = getter(() => 60);
    const found: string[] = [];
    await storeOf({ batchGetItem }).store.getMany(ids, false, ({ customerId }) => found.push(customerId));
    expect(new Set(found)).toEqual(new Set(ids));
    expect(found).toHaveLength(ids.length);
    expect(requested.sort((a, b) => b - a)).toEqual([100, 100, 50, 40, 40]);
  });

  test('keys that stay unprocessed are an outage', async () => {
    const { batchGetItem } = getter(() => 0);
    const { store, waits } = storeOf({ batchGetItem });
    await expect(store.getMany(ids.slice(0, 5), false, () => {})).rejects.toThrow(TableBusy);
    expect(waits).toEqual([50, 75, 75]);
  });
});

describe('reading a range', () => {
  test('reads every shard page by page', async () => {
    const requested: string[] = [];
    const query = async ({ ExpressionAttributeValues = {}, ExclusiveStartKey, ConsistentRead }: QueryInput) => {
      const shard = ExpressionAttributeValues[':shard']?.S ?? '';
      const page = Number(ExclusiveStartKey?.SK?.S ?? '0');
      requested.push(`${shard} ${page} ${ConsistentRead}`);
      return {
        Items: [item(`${shard} ${page}`)],
        ...(page < 2 && { LastEvaluatedKey: { SK: { S: String(page + 1) } } }),
      };
    };
    const found: string[] = [];
    const range = { highestId: 'B', lowestId: 'A' };
    await storeOf({ query }).store.readRange(range, true, ({ customerId }) => found.push(customerId));
    expect(found).toHaveLength(12);
    expect(new Set(requested).size).toBe(12);
    expect(requested).toContain('CUSTOMER#TWO#3 2 true');
  });

  test('a table is empty when no shard holds anything', async () => {
    const query = async ({ ExpressionAttributeValues = {} }: QueryInput) => ({
      Items: ExpressionAttributeValues[':shard']?.S === 'CUSTOMER#FULL#3' ? [item('A')] : [],
    });
    const { table } = storeOf({ query });
    expect(await isTableEmpty(table, 'FULL', 4)).toBe(false);
    expect(await isTableEmpty(table, 'FULL', 3)).toBe(true);
  });
});
