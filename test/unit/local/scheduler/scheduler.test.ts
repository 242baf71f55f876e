import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { SchedulerClock } from '../../../../local/scheduler/clock.ts';
import { ScheduleInputSchema } from '../../../../local/scheduler/schedule.ts';
import { type ScheduledInvocation, Scheduler } from '../../../../local/scheduler/scheduler.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

/** The test advances the time, which calls the due timers. */
class TestClock implements SchedulerClock {
  #now = Date.parse('2026-11-22T10:00:00Z');
  #wakes: { at: number; wake: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  wakeIn(milliseconds: number, wake: () => void): () => void {
    const entry = { at: this.#now + milliseconds, wake };
    this.#wakes.push(entry);
    return () => {
      this.#wakes = this.#wakes.filter((each) => each !== entry);
    };
  }

  goTo(time: string): void {
    const until = Date.parse(time);
    for (;;) {
      const [first] = this.#wakes.toSorted((a, b) => a.at - b.at);
      if (!first || first.at > until) break;
      this.#wakes = this.#wakes.filter((each) => each !== first);
      this.#now = Math.max(this.#now, first.at);
      first.wake();
    }
    this.#now = until;
  }
}

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:start-import';

function inputOf(expression: string, more: object = {}) {
  return ScheduleInputSchema.parse({
    ScheduleExpression: expression,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: FUNCTION,
      RoleArn: 'arn:aws:iam::000000000000:role/fire',
      Input: '{"at":"<aws.scheduler.scheduled-time>","by":"<aws.scheduler.schedule-arn>","x":"<aws.other>"}',
    },
    ...more,
  });
}

function world() {
  const clock = new TestClock();
  const journalFile = join(temporaryFolder(), 'schedules.jsonl');
  const delivered: ScheduledInvocation[] = [];
  const start = (deliver = (invocation: ScheduledInvocation) => void delivered.push(invocation)) =>
    new Scheduler({ journalFile, groups: ['own'], arnOf: (id) => `arn:${id}`, clock, deliver });
  const times = () => delivered.map(({ input }) => JSON.parse(input).at);
  return { clock, start, delivered, times };
}

describe('the scheduler', () => {
  test('invokes its target at every run, with the time for which it was due', () => {
    const { clock, start, delivered, times } = world();
    const scheduler = start();
    scheduler.resume();
    scheduler.create('nightly', inputOf('cron(0 6 * * ? *)', { GroupName: 'own' }));
    clock.goTo('2026-11-24T05:59:59Z');
    expect(times()).toEqual(['2026-11-23T06:00:00Z']);
    clock.goTo('2026-11-24T06:00:00Z');
    expect(times()).toEqual(['2026-11-23T06:00:00Z', '2026-11-24T06:00:00Z']);
    expect(delivered[0]).toMatchObject({ id: 'own/nightly@2026-11-23T06:00:00Z', functionArn: FUNCTION });
    expect(JSON.parse(delivered[0]?.input ?? '')).toMatchObject({ by: 'arn:own/nightly', x: '<aws.other>' });
  });

  test('a rate begins at once', () => {
    const { clock, start, times } = world();
    const scheduler = start();
    scheduler.resume();
    scheduler.create('often', inputOf('rate(1 hour)'));
    clock.goTo('2026-11-22T11:30:00Z');
    expect(times()).toEqual(['2026-11-22T10:00:00Z', '2026-11-22T11:00:00Z']);
  });

  test('a one-off schedule is deleted after its run, on request', () => {
    const { clock, start, times } = world();
    const scheduler = start();
    scheduler.resume();
    scheduler.create('goes', inputOf('at(2026-11-22T10:00:02)', { ActionAfterCompletion: 'DELETE' }));
    scheduler.create('stays', inputOf('at(2026-11-22T10:00:02)'));
    clock.goTo('2026-11-22T12:00:00Z');
    expect(times()).toEqual(['2026-11-22T10:00:02Z', '2026-11-22T10:00:02Z']);
    expect(scheduler.list().map(({ name }) => name)).toEqual(['stays']);
  });

  test('a disabled schedule does not run, and repeats no missed run when it is enabled', () => {
    const { clock, start, times } = world();
    const scheduler = start();
    scheduler.resume();
    scheduler.create('daily', inputOf('cron(0 6 * * ? *)', { State: 'DISABLED' }));
    clock.goTo('2026-11-24T08:00:00Z');
    scheduler.update('daily', inputOf('cron(0 6 * * ? *)'));
    clock.goTo('2026-11-25T08:00:00Z');
    expect(times()).toEqual(['2026-11-25T06:00:00Z']);
    scheduler.delete('default', 'daily');
    clock.goTo('2026-11-28T08:00:00Z');
    expect(times()).toHaveLength(1);
  });

  test('runs between its start and its end only', () => {
    const { clock, start, times } = world();
    const scheduler = start();
    scheduler.resume();
    const seconds = (time: string) => Date.parse(time) / 1000;
    const bounds = { StartDate: seconds('2026-11-24T00:00:00Z'), EndDate: seconds('2026-11-25T06:00:00Z') };
    scheduler.create('bounded', inputOf('cron(0 6 * * ? *)', { ...bounds, ActionAfterCompletion: 'DELETE' }));
    clock.goTo('2026-11-30T00:00:00Z');
    expect(times()).toEqual(['2026-11-24T06:00:00Z', '2026-11-25T06:00:00Z']);
    expect(scheduler.list()).toEqual([]);
  });

  test('runs that fell due while the scheduler was off run once at the next start', () => {
    const { clock, start, times } = world();
    const first = start();
    first.resume();
    first.create('hourly', inputOf('cron(30 * * * ? *)'));
    first.create('once', inputOf('at(2026-11-22T12:00:00)', { ActionAfterCompletion: 'DELETE' }));
    first.create('later', inputOf('at(2026-11-29T12:00:00)'));
    first.stop();
    clock.goTo('2026-11-22T21:00:00Z');
    expect(times()).toEqual([]);
    const second = start();
    second.resume();
    expect(times()).toEqual(['2026-11-22T20:30:00Z', '2026-11-22T12:00:00Z']);
    second.stop();
    start().resume();
    expect(times()).toHaveLength(2);
    clock.goTo('2026-11-22T21:30:00Z');
    expect(times().at(-1)).toBe('2026-11-22T21:30:00Z');
  });

  test('a run whose delivery was cut off comes again under the same id', () => {
    const { clock, start, delivered } = world();
    const ids: string[] = [];
    const first = start(({ id }) => {
      ids.push(id);
      throw new Error('killed');
    });
    first.resume();
    first.create('once', inputOf('at(2026-11-22T10:00:02)', { ActionAfterCompletion: 'DELETE' }));
    expect(() => clock.goTo('2026-11-22T10:00:03Z')).toThrow('killed');
    start().resume();
    expect(delivered.map(({ id }) => id)).toEqual(ids);
  });

  test('rejects the requests that AWS rejects', () => {
    const { start } = world();
    const scheduler = start();
    const input = inputOf('rate(1 day)', { ClientToken: 'a' });
    const arn = scheduler.create('a', input);
    expect(scheduler.create('a', input)).toBe(arn);
    expect(() => scheduler.create('a', inputOf('rate(2 days)', { ClientToken: 'b' }))).toThrow('already exists');
    expect(() => scheduler.update('b', input)).toThrow('Schedule b does not exist');
    expect(() => scheduler.delete('own', 'a')).toThrow('Schedule a does not exist');
    expect(() => scheduler.create('a', inputOf('rate(1 day)', { GroupName: 'none' }))).toThrow('group none');
    expect(() => scheduler.create('c', inputOf('cron(x)'))).toThrow('Invalid Schedule Expression');
    for (const wrong of [
      { KmsKeyArn: 'x' },
      { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } },
      { ScheduleExpressionTimezone: 'Mars/Olympus' },
      { Target: { Arn: 'arn:aws:sqs:us-east-1:000000000000:q', RoleArn: 'arn:aws:iam::000000000000:role/x' } },
    ])
      expect(() => inputOf('rate(1 day)', wrong)).toThrow(Object.keys(wrong)[0]);
  });
});
