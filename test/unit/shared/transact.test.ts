import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { transact } from '../../../functions/shared/dynamodb/transact.ts';

/** A client that cancels transactions for these reasons, one after the other, and then lets them through. */
function clientThatCancels(...cancellations: string[][]) {
  let calls = 0;
  const client = {
    send: async () => {
      const codes = cancellations[calls];
      calls += 1;
      if (!codes) return {};
      throw new TransactionCanceledException({
        $metadata: {},
        message: 'cancelled',
        CancellationReasons: codes.map((Code) => ({ Code })),
      });
    },
  } as unknown as DynamoDBClient;
  return { client, calls: () => calls };
}

describe('a transaction', () => {
  test('tells which conditions did not hold', async () => {
    const { client } = clientThatCancels(['None', 'ConditionalCheckFailed', 'TransactionConflict']);
    expect(await transact(client, [])).toEqual([1]);
  });

  test('is tried again when another was in the way', async () => {
    const { client, calls } = clientThatCancels(['TransactionConflict', 'None'], ['None', 'TransactionConflict']);
    expect(await transact(client, [])).toEqual([]);
    expect(calls()).toBe(3);
  });

  test('fails for any other reason', async () => {
    const { client, calls } = clientThatCancels(['ItemCollectionSizeLimitExceeded']);
    await expect(transact(client, [])).rejects.toThrow('cancelled');
    expect(calls()).toBe(1);
  });
});
