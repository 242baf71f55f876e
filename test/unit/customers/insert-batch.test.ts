import type { BatchExecuteStatementInput, BatchStatementError } from '@aws-sdk/client-dynamodb';
import { describe, expect, jest, test } from '@jest/globals';
import { insertBatch } from '../../../functions/customers/dynamodb/insert-batch.ts';
import { TableBusy } from '../../../functions/shared/dynamodb/back-off.ts';
import { fakeBackOff, fakeCalls, sdkError } from './fake-calls.ts';

const STATEMENTS = ['a', 'b', 'c'].map((Statement) => ({ Statement }));

type Errors = Record<string, BatchStatementError>;

/** Answers each call with the next set of errors, by statement; when they are used up, with none. */
function engine(...answers: (Errors | Error)[]) {
  const requested: string[][] = [];
  const calls = fakeCalls({
    batchExecuteStatement: async ({ Statements = [] }: BatchExecuteStatementInput) => {
      const answer = answers[requested.length] ?? {};
      requested.push(Statements.map(({ Statement }) => Statement ?? ''));
      if (answer instanceof Error) throw answer;
      return {
        Responses: Statements.map(({ Statement = '' }) => (answer[Statement] ? { Error: answer[Statement] } : {})),
      };
    },
  });
  return { calls, requested };
}

describe('a batch of inserts', () => {
  test('each statement has its own reply', async () => {
    const { calls } = engine({ b: { Code: 'DuplicateItem' }, c: { Code: 'ValidationError', Message: 'no' } });
    expect(await insertBatch(calls, fakeBackOff().backOff, STATEMENTS)).toEqual([
      'written',
      'condition-failed',
      expect.objectContaining({ code: 'customer.rejected', reason: 'The database rejected the customer: no' }),
    ]);
  });

  test.each([
    'ThrottlingError',
    'ProvisionedThroughputExceeded',
    'InternalServerError',
    'TransactionConflict',
    'RequestLimitExceeded',
  ] as const)('%s inside a good answer is tried again, for its own statement only', async (Code) => {
    const { calls, requested } = engine({ b: { Code } }, { b: { Code } });
    const { backOff, waits } = fakeBackOff();
    expect(await insertBatch(calls, backOff, STATEMENTS)).toEqual(['written', 'written', 'written']);
    expect(requested).toEqual([['a', 'b', 'c'], ['b'], ['b']]);
    expect(waits).toEqual([50, 75]);
  });

  test('an insert whose answer was lost finds its own item', async () => {
    const { calls } = engine({ a: { Code: 'InternalServerError' } }, { a: { Code: 'DuplicateItem' } });
    expect(await insertBatch(calls, fakeBackOff().backOff, STATEMENTS)).toEqual([
      'condition-failed',
      'written',
      'written',
    ]);
  });

  test('a persistent error is thrown, never counted', async () => {
    const throttled: Errors = {
      a: { Code: 'ThrottlingError' },
      b: { Code: 'ThrottlingError' },
      c: { Code: 'ThrottlingError' },
    };
    const { calls, requested } = engine(...new Array<Errors>(10).fill(throttled));
    const { backOff, waits } = fakeBackOff();
    await expect(insertBatch(calls, backOff, STATEMENTS)).rejects.toThrow(TableBusy);
    expect(requested).toHaveLength(4);
    expect(waits).toEqual([50, 75, 75]);
  });

  test('progress resets the waits', async () => {
    const slow = { Code: 'ThrottlingError' } as const;
    const { calls } = engine(
      { a: slow, b: slow, c: slow },
      { a: slow, b: slow, c: slow },
      { b: slow, c: slow },
      { c: slow },
    );
    const { backOff, waits } = fakeBackOff();
    expect(await insertBatch(calls, backOff, STATEMENTS)).toEqual(['written', 'written', 'written']);
    expect(waits).toEqual([50, 75, 50, 50]);
  });

  test('a call rejected as a whole is made statement by statement', async () => {
    const rejected = sdkError('ValidationException');
    const { calls, requested } = engine(rejected, {}, rejected, {});
    expect(await insertBatch(calls, fakeBackOff().backOff, STATEMENTS)).toEqual([
      'written',
      expect.objectContaining({ code: 'customer.rejected' }),
      'written',
    ]);
    expect(requested).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  test('a request too long for the server is made statement by statement', async () => {
    const { calls, requested } = engine(sdkError('PayloadTooLarge', 413));
    expect(await insertBatch(calls, fakeBackOff().backOff, STATEMENTS)).toEqual(['written', 'written', 'written']);
    expect(requested).toHaveLength(4);
  });

  test('a call throttled as a whole is tried again', async () => {
    const { calls, requested } = engine(
      sdkError('ThrottlingException'),
      sdkError('ProvisionedThroughputExceededException'),
    );
    expect(await insertBatch(calls, fakeBackOff().backOff, STATEMENTS)).toEqual(['written', 'written', 'written']);
    expect(requested).toHaveLength(3);
  });

  test('an item that is too large is reported as such', async () => {
    const { calls } = engine({
      a: { Code: 'ValidationError', Message: 'Item size has exceeded the maximum allowed size' },
    });
    const [reply] = await insertBatch(calls, fakeBackOff().backOff, STATEMENTS);
    expect(reply).toMatchObject({ code: 'item.too-large' });
  });

  test.each(['AccessDenied', 'ResourceNotFound'] as const)('%s does not fail a record', async (Code) => {
    const { calls } = engine({ a: { Code } });
    await expect(insertBatch(calls, fakeBackOff().backOff, STATEMENTS)).rejects.toThrow(Code);
  });

  test('other exceptions go through', async () => {
    const { calls } = engine(sdkError('AccessDeniedException'));
    await expect(insertBatch(calls, fakeBackOff().backOff, STATEMENTS)).rejects.toThrow(
      'AccessDeniedException happened',
    );
  });

  test('a short answer is a defect', async () => {
    const batchExecuteStatement = jest.fn(async () => ({ Responses: [] }));
    const run = insertBatch(fakeCalls({ batchExecuteStatement }), fakeBackOff().backOff, STATEMENTS);
    await expect(run).rejects.toThrow('fewer replies');
  });
});
