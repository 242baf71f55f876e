import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { toItem } from '../../../functions/shared/dynamodb/attributes.ts';
import { ControlTable, insert, mustExist, remove } from '../../../functions/shared/dynamodb/control-table.ts';
import { checkItemSize } from '../../../functions/shared/dynamodb/item-limit.ts';
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
  test('reports the conditions that did not hold', async () => {
    const { client } = clientThatCancels(['None', 'ConditionalCheckFailed', 'TransactionConflict']);
    expect(await transact(client, [])).toEqual([1]);
  });

  test('is retried after a conflict with another', async () => {
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

/** A table that fails for these reasons, one after the other, and then takes every write; with the commands that it gets. */
function tableThatFails(...errors: Error[]) {
  const commands: string[] = [];
  const client = {
    send: async (command: object) => {
      commands.push(command.constructor.name);
      const error = errors[commands.length - 1];
      if (error) throw error;
      return {};
    },
  } as unknown as DynamoDBClient;
  return { table: new ControlTable(client, 'control'), commands };
}

describe('a list of guarded writes', () => {
  const key = { PK: 'P', SK: 'S' };
  const failed = { $metadata: {}, message: 'failed' };

  test('of one write is sent without a transaction, which costs double', async () => {
    const { table, commands } = tableThatFails();
    expect(await table.write([insert({ ...key, a: 1 }, 'exists')])).toBe('written');
    expect(await table.write([remove(key, 1, 'stale')])).toBe('written');
    expect(await table.write([mustExist(key, 'unknown'), insert(key, 'exists')])).toBe('written');
    expect(commands).toEqual(['PutItemCommand', 'DeleteItemCommand', 'TransactWriteItemsCommand']);
  });

  test('answers with the rejection of the first condition that does not hold', async () => {
    const one = tableThatFails(new ConditionalCheckFailedException(failed));
    expect(await one.table.write([insert(key, 'exists')])).toBe('exists');
    const CancellationReasons = ['None', 'ConditionalCheckFailed', 'ConditionalCheckFailed'].map((Code) => ({ Code }));
    const several = tableThatFails(new TransactionCanceledException({ ...failed, CancellationReasons }));
    const writes = [mustExist(key, 'unknown'), insert(key, 'exists'), remove(key, 1, 'stale')];
    expect(await several.table.write(writes)).toBe('exists');
  });

  test('of one write is retried after a conflict with a transaction', async () => {
    const { table, commands } = tableThatFails(new TransactionConflictException(failed));
    expect(await table.write([insert(key, 'exists')])).toBe('written');
    expect(commands).toHaveLength(2);
  });
});

test('an item over the limit of DynamoDB is rejected, nested values included', () => {
  const text = 'é'.repeat(100 * 1024);
  expect(() =>
    checkItemSize(toItem({ list: [{ text }], none: null, flag: true, more: text.slice(0, 99 * 1024) })),
  ).not.toThrow();
  for (const values of [{ list: [{ text }, { text }] }, { map: { [text]: text } }, { bytes: Buffer.from(text + text) }])
    expect(() => checkItemSize(toItem(values))).toThrow('at most 409600 can be stored');
});
