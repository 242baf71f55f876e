import { describe, expect, test } from '@jest/globals';
import { definitionOf, failure, stepFunctionsFixture, task } from '../../../support/local/step-functions-fixture.ts';

const RETRY_SOON = { IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 1, JitterStrategy: 'FULL' };

function mapOver(functionName: string, mode: 'INLINE' | 'DISTRIBUTED', more: object = {}) {
  return definitionOf({
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 2,
      ItemSelector: { 'item.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index', 'of.$': '$.name' },
      ItemProcessor: {
        ProcessorConfig: { Mode: mode, ExecutionType: mode === 'INLINE' ? undefined : 'STANDARD' },
        StartAt: 'One',
        States: { One: task(functionName) },
      },
      End: true,
      ...more,
    },
  });
}

describe('an execution', () => {
  test('hands payloads from state to state, as JSON', async () => {
    const definition = definitionOf({
      First: task('first', { ResultPath: '$.first', Next: 'Second' }),
      Second: task('second', { Parameters: { 'n.$': '$.first.n', 'name.$': '$$.Execution.Name' }, End: true }),
    });
    const { run } = stepFunctionsFixture(definition, {
      first: () => ({ n: 2, missing: undefined, at: new Date(0) }),
      second: (input) => input,
    });
    const record = await run({ a: 1 });
    expect(record).toMatchObject({ status: 'SUCCEEDED', transitions: 3 });
    expect(JSON.parse(record.output ?? '')).toEqual({ n: 2, name: record.name });
  });

  test('retries by error name, then catches', async () => {
    const definition = definitionOf({
      Try: task('flaky', {
        Retry: [{ ErrorEquals: ['Throttled'], ...RETRY_SOON }],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Caught' }],
        End: true,
      }),
      Caught: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
    });
    const { run, calls } = stepFunctionsFixture(definition, {
      flaky: () => {
        throw failure('Throttled');
      },
    });
    const record = await run({});
    expect(calls).toHaveLength(3);
    expect(record).toMatchObject({ status: 'FAILED', error: 'Throttled' });
    expect(JSON.parse(record.cause ?? '')).toEqual({ errorType: 'Throttled', errorMessage: 'a Throttled' });
  });

  test('runs the items of a Map a few at a time, in order', async () => {
    let atOnce = 0;
    let most = 0;
    const { run } = stepFunctionsFixture(mapOver('one', 'DISTRIBUTED'), {
      one: async (input) => {
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setTimeout(resolve, 5));
        atOnce -= 1;
        return input;
      },
    });
    const record = await run({ name: 'list', items: ['a', 'b', 'c'] });
    expect(most).toBe(2);
    expect(JSON.parse(record.output ?? '')).toEqual(
      ['a', 'b', 'c'].map((item, index) => ({ item, index, of: 'list' })),
    );
    // One for the start, one for the Map, two for each item.
    expect(record.transitions).toBe(8);
    // Started, ended; Map entered, started, succeeded, left: the items have their own histories.
    expect(record.historyEvents).toBe(6);
  });

  test('starts no further item once one has failed', async () => {
    const functions = {
      one: async ({ index }: { index: number }) => {
        if (index === 1) throw failure('Broken');
        await new Promise((resolve) => setTimeout(resolve, 20));
      },
    } as never;
    const items = Array.from({ length: 50 }, (_, n) => n);
    const inline = stepFunctionsFixture(mapOver('one', 'INLINE'), functions);
    expect(await inline.run({ name: '', items })).toMatchObject({ status: 'FAILED', error: 'Broken' });
    const distributed = stepFunctionsFixture(mapOver('one', 'DISTRIBUTED'), functions);
    const record = await distributed.run({ name: '', items });
    expect(record).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(distributed.calls.length).toBeLessThan(5);
  });

  test('fails on payloads over 256 KiB, which nothing catches', async () => {
    const catchAll = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], Next: 'Caught' };
    const definition = definitionOf({ Big: task('big', catchAll), Caught: { Type: 'Succeed' } });
    const { run } = stepFunctionsFixture(definition, { big: () => 'x'.repeat(262_144) });
    expect(await run({})).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });

    const merging = definitionOf({
      Add: task('half', { ResultPath: '$.more', Next: 'Done' }),
      Done: { Type: 'Succeed' },
    });
    const { run: runMerging } = stepFunctionsFixture(merging, { half: () => 'x'.repeat(150_000) });
    const record = await runMerging({ some: 'x'.repeat(150_000) });
    expect(record).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  test('ends at 25,000 events', async () => {
    const definition = definitionOf({
      Loop: { Type: 'Choice', Choices: [{ Variable: '$.go', BooleanEquals: true, Next: 'Again' }], Default: 'Done' },
      Again: { Type: 'Pass', Next: 'Loop' },
      Done: { Type: 'Succeed' },
    });
    const record = await stepFunctionsFixture(definition, {}).run({ go: true });
    expect(record).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(record.cause).toContain('25000');
  });

  test('times out a task and a workflow', async () => {
    const never = () => new Promise(() => {});
    const slowTask = definitionOf({ Slow: task('never', { TimeoutSeconds: 1, End: true }) });
    const slowWorkflow = definitionOf({ Slow: task('never') }, { TimeoutSeconds: 1 });
    const records = [slowTask, slowWorkflow].map((definition) => stepFunctionsFixture(definition, { never }).run({}));
    expect(await Promise.all(records)).toMatchObject([
      { status: 'FAILED', error: 'States.Timeout' },
      { status: 'TIMED_OUT', error: 'States.Timeout' },
    ]);
  });

  test('sends an event when it starts and when it ends', async () => {
    const { run, events } = stepFunctionsFixture(definitionOf({ Only: task('f') }), { f: () => 'done' });
    const record = await run({ n: 1 });
    expect(events.map(({ detail }) => detail.status)).toEqual(['RUNNING', 'SUCCEEDED']);
    expect(events[1]).toMatchObject({
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      detail: { executionArn: record.executionArn, name: record.name, input: '{"n":1}', output: '"done"' },
    });
  });
});
