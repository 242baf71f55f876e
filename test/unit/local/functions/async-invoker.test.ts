import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { AsyncInvoker } from '../../../../local/functions/async-invoker.ts';
import { DeadLetters } from '../../../../local/functions/dead-letters.ts';
import type { Outcome } from '../../../../local/functions/types.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';
import { until } from '../../../support/local/until.ts';

const done: Outcome = { ok: true, payload: 'null' };
const failed: Outcome = { ok: false, failure: { errorType: 'Broken', errorMessage: 'it is' } };

function invokerIn(dir: string, outcomes: (Outcome | Promise<Outcome>)[], maxRetries = 1) {
  const calls: string[] = [];
  const invoker = new AsyncInvoker({
    journalFile: join(dir, 'pending.jsonl'),
    functions: new Map([['f', { maxRetries, maxAgeSeconds: 60, deadLetterQueueArn: 'arn:aws:sqs:r:a:dead' }]]),
    invoke: async (_, event) => {
      calls.push(event);
      return (await outcomes.shift()) ?? done;
    },
    deadLetters: new DeadLetters(join(dir, 'queues'), new Map([['arn:aws:sqs:r:a:dead', 'dead']])),
  });
  return { invoker, calls };
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
    const { invoker } = invokerIn(dir, [failed], 0);
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

  test('under an id that is under way is no second one, also after a restart', async () => {
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
