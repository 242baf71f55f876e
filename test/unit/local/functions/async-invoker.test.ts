import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { AsyncInvoker } from '../../../../local/functions/async-invoker.ts';
import { DeadLetters } from '../../../../local/functions/dead-letters.ts';
import type { Outcome } from '../../../../local/functions/types.ts';
import type { AsyncSettings } from '../../../../local/template/resources/async-settings.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';
import { until } from '../../../support/local/until.ts';

const done: Outcome = { ok: true, payload: 'null' };
const failed: Outcome = { ok: false, failure: { errorType: 'Broken', errorMessage: 'it is' } };

const QUEUE_ARN = 'arn:aws:sqs:r:a:dead';

function invokerIn(dir: string, outcomes: (Outcome | Promise<Outcome>)[], settings: Partial<AsyncSettings> = {}) {
  const calls: string[] = [];
  const received: { functionName: string; event: string; requestId: string }[] = [];
  const ofFailing = { maxRetries: 1, maxAgeSeconds: 60, deadLetterQueueArn: QUEUE_ARN, onFailureFunction: undefined };
  const ofDestination = { ...ofFailing, deadLetterQueueArn: undefined };
  const invoker = new AsyncInvoker({
    journalFile: join(dir, 'pending.jsonl'),
    functions: new Map<string, AsyncSettings>([
      ['f', { ...ofFailing, ...settings }],
      ['on-failure', ofDestination],
    ]),
    arnOf: (functionName) => `arn:aws:lambda:r:a:function:${functionName}`,
    invoke: async (functionName, event, requestId) => {
      calls.push(event);
      received.push({ functionName, event, requestId });
      return (await outcomes.shift()) ?? done;
    },
    deadLetters: new DeadLetters(join(dir, 'queues'), new Map([[QUEUE_ARN, 'dead']])),
  });
  return { invoker, calls, received };
}

const journalOf = (dir: string) => readFileSync(join(dir, 'pending.jsonl'), 'utf8');

describe('an asynchronous invocation', () => {
  test('is repeated until it succeeds', async () => {
    const dir = temporaryFolder();
    const { invoker, calls } = invokerIn(dir, [failed, done]);
    invoker.accept('f', '"e"');
    await until(() => (journalOf(dir) === '' ? true : undefined));
    expect(calls).toEqual(['"e"', '"e"']);
    expect(existsSync(join(dir, 'queues'))).toBe(false);
  });

  test('goes to the dead-letter queue after its last repetition', async () => {
    const error = jest.spyOn(console, 'error').mockReturnValue();
    const dir = temporaryFolder();
    const { invoker } = invokerIn(dir, [failed], { maxRetries: 0 });
    invoker.accept('f', '{"n":1}');
    const queue = join(dir, 'queues', 'dead.jsonl');
    await until(() => (existsSync(queue) ? true : undefined));
    const message = JSON.parse(readFileSync(queue, 'utf8'));
    expect(message).toMatchObject({ body: '{"n":1}', attributes: { ErrorCode: 'Broken', ErrorMessage: 'it is' } });
    expect(error).toHaveBeenCalled();
    error.mockRestore();
  });

  test('that was cut off is carried out after the restart, and done ones are not', async () => {
    const dir = temporaryFolder();
    const never = new Promise<Outcome>(() => {});
    const before = invokerIn(dir, [done, never]);
    before.invoker.accept('f', '"first"');
    before.invoker.accept('f', '"second"');
    await new Promise((resolve) => setTimeout(resolve, 20));
    before.invoker.stop();

    const after = invokerIn(dir, []);
    after.invoker.resume();
    await until(() => (journalOf(dir) === '' ? true : undefined));
    expect(after.calls).toEqual(['"second"']);
  });

  test('under an id that is in progress is ignored, also after a restart', async () => {
    const dir = temporaryFolder();
    const never = new Promise<Outcome>(() => {});
    const before = invokerIn(dir, [never]);
    before.invoker.accept('f', '"e"', 'run 1');
    before.invoker.accept('f', '"e"', 'run 1');
    expect(before.calls).toEqual(['"e"']);
    before.invoker.stop();

    const after = invokerIn(dir, []);
    after.invoker.accept('f', '"e"', 'run 1');
    after.invoker.resume();
    await until(() => (journalOf(dir) === '' ? true : undefined));
    expect(after.calls).toEqual(['"e"']);
  });
});

describe('an on-failure destination', () => {
  let error: jest.SpiedFunction<typeof console.error>;
  beforeEach(() => {
    error = jest.spyOn(console, 'error').mockReturnValue();
  });
  afterEach(() => error.mockRestore());

  const received = async (outcomes: (Outcome | Promise<Outcome>)[], settings: Partial<AsyncSettings>) => {
    const dir = temporaryFolder();
    const { invoker, received: all } = invokerIn(dir, outcomes, { onFailureFunction: 'on-failure', ...settings });
    invoker.accept('f', '{"n":1}');
    await until(() => (journalOf(dir) === '' ? true : undefined));
    const records = all.filter(({ functionName }) => functionName === 'on-failure');
    const attempts = all.filter(({ functionName }) => functionName === 'f');
    return { dir, attempts, records: records.map(({ event }) => JSON.parse(event)) };
  };

  test('receives the record of a failed invocation after its last attempt, and the queue the event', async () => {
    const { dir, attempts, records } = await received([failed, failed], {});
    expect(attempts).toHaveLength(2);
    expect(new Set(attempts.map(({ requestId }) => requestId)).size).toBe(1);
    expect(records).toEqual([
      {
        version: '1.0',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        requestContext: {
          requestId: attempts[0]?.requestId,
          functionArn: 'arn:aws:lambda:r:a:function:f:$LATEST',
          condition: 'RetriesExhausted',
          approximateInvokeCount: 2,
        },
        requestPayload: { n: 1 },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: { errorType: 'Broken', errorMessage: 'it is' },
      },
    ]);
    const queue = readFileSync(join(dir, 'queues', 'dead.jsonl'), 'utf8');
    expect(
      queue
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).body),
    ).toEqual(['{"n":1}']);
  });

  test('receives no record of an invocation that succeeds at its last attempt', async () => {
    expect((await received([failed, done], {})).records).toEqual([]);
  });

  test('receives a record without a dead-letter queue, and says which events are too old', async () => {
    const settings = { maxRetries: 2, maxAgeSeconds: -1, deadLetterQueueArn: undefined };
    const { dir, records } = await received([failed], settings);
    expect(records).toMatchObject([{ requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 1 } }]);
    expect(existsSync(join(dir, 'queues'))).toBe(false);
  });

  test('is itself invoked again when it fails, and receives the record after a restart', async () => {
    const dir = temporaryFolder();
    const never = new Promise<Outcome>(() => {});
    const before = invokerIn(dir, [failed, never], { maxRetries: 0, onFailureFunction: 'on-failure' });
    before.invoker.accept('f', '{"n":1}');
    await until(() => (before.received.length === 2 ? true : undefined));
    before.invoker.stop();

    const after = invokerIn(dir, [failed], { maxRetries: 0, onFailureFunction: 'on-failure' });
    after.invoker.resume();
    await until(() => (journalOf(dir) === '' ? true : undefined));
    expect(after.received.map(({ functionName }) => functionName)).toEqual(['on-failure', 'on-failure']);
    expect(after.received.map(({ requestId }) => requestId)).toEqual(Array(2).fill(before.received[1]?.requestId));
  });
});
