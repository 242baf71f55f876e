import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expressionOf } from '../../../functions/schedules/domain/expression.ts';
import { nextRuns } from '../../../functions/schedules/domain/next-runs.ts';
import { StoredWhenSchema, type When, WhenSchema } from '../../../functions/schedules/domain/when.ts';
import { readExpression } from '../../../local/scheduler/expression.ts';

const at = (when: When, timeZone: string, after: string, count = 3) =>
  nextRuns(when, timeZone, new Date(after), count).map((run) => run.at.slice(0, 16));

test('a single run that an earlier release has stored without its frequency is read, and no request may leave it out', () => {
  const once = { once: '2026-12-01T06:00' };
  expect(StoredWhenSchema.parse(once)).toEqual({ frequency: 'once', ...once });
  expect(WhenSchema.safeParse(once).success).toBe(false);
});

describe('the translation for EventBridge Scheduler', () => {
  test.each<[When, string]>([
    [{ frequency: 'once', once: '2026-12-01T06:00' }, 'at(2026-12-01T06:00:00)'],
    [{ frequency: 'once', once: '2026-12-01T06:00:07' }, 'at(2026-12-01T06:00:07)'],
    [{ frequency: 'hourly', minute: 5, everyHours: 1 }, 'cron(5 * * * ? *)'],
    [{ frequency: 'hourly', minute: 5, everyHours: 6 }, 'cron(5 0/6 * * ? *)'],
    [{ frequency: 'daily', time: '06:05' }, 'cron(5 6 * * ? *)'],
    [{ frequency: 'weekly', weekdays: ['monday', 'sunday'], time: '23:00' }, 'cron(0 23 ? * MON,SUN *)'],
    [{ frequency: 'monthly', day: 31, time: '00:00' }, 'cron(0 0 31 * ? *)'],
    [{ frequency: 'monthly', day: 'last', time: '06:00' }, 'cron(0 6 L * ? *)'],
  ])('of %j', (when, expected) => {
    expect(expressionOf(when)).toBe(expected);
  });
});

describe('the next runs', () => {
  test('are given in UTC and in local time of the time zone', () => {
    const when: When = { frequency: 'daily', time: '06:30' };
    expect(nextRuns(when, 'America/New_York', new Date('2026-11-22T11:30:00Z'), 2)).toEqual([
      { at: '2026-11-23T11:30:00.000Z', local: '2026-11-23T06:30:00' },
      { at: '2026-11-24T11:30:00.000Z', local: '2026-11-24T06:30:00' },
    ]);
  });

  test('leave out a time that the clocks are put forward past', () => {
    const daily: When = { frequency: 'daily', time: '01:30' };
    expect(at(daily, 'Europe/London', '2027-03-27T00:00:00Z')).toEqual([
      '2027-03-27T01:30',
      '2027-03-29T00:30',
      '2027-03-30T00:30',
    ]);
    const early: When = { frequency: 'daily', time: '02:30' };
    expect(at(early, 'America/New_York', '2027-03-13T12:00:00Z', 2)).toEqual(['2027-03-15T06:30', '2027-03-16T06:30']);
    // Half an hour is all that Lord Howe Island changes its clocks by.
    const half: When = { frequency: 'daily', time: '02:15' };
    expect(at(half, 'Australia/Lord_Howe', '2026-10-02T20:00:00Z', 2)).toEqual([
      '2026-10-04T15:15',
      '2026-10-05T15:15',
    ]);
    expect(at({ frequency: 'once', once: '2027-03-28T01:30' }, 'Europe/London', '2027-01-01T00:00:00Z')).toEqual([]);
  });

  test('include once a time that the clocks show twice', () => {
    const daily: When = { frequency: 'daily', time: '01:30' };
    expect(at(daily, 'Europe/London', '2026-10-24T12:00:00Z', 2)).toEqual(['2026-10-25T00:30', '2026-10-26T01:30']);
    expect(at(daily, 'Europe/London', '2026-10-25T00:30:00Z', 1)).toEqual(['2026-10-26T01:30']);
    expect(at(daily, 'America/New_York', '2026-10-31T12:00:00Z', 2)).toEqual(['2026-11-01T05:30', '2026-11-02T06:30']);
    const hourly: When = { frequency: 'hourly', minute: 30, everyHours: 1 };
    expect(at(hourly, 'Europe/London', '2026-10-24T23:00:00Z', 3)).toEqual([
      '2026-10-24T23:30',
      '2026-10-25T00:30',
      '2026-10-25T02:30',
    ]);
    const half: When = { frequency: 'daily', time: '01:45' };
    expect(at(half, 'Australia/Lord_Howe', '2026-04-03T20:00:00Z', 2)).toEqual([
      '2026-04-04T14:45',
      '2026-04-05T15:15',
    ]);
  });

  test('on a day that not every month has are in the other months only', () => {
    const on = (day: number | 'last'): When => ({ frequency: 'monthly', day, time: '12:00' });
    const days = (when: When) => at(when, 'UTC', '2027-01-15T00:00:00Z', 4).map((time) => time.slice(5, 10));
    expect(days(on(29))).toEqual(['01-29', '03-29', '04-29', '05-29']);
    expect(days(on(30))).toEqual(['01-30', '03-30', '04-30', '05-30']);
    expect(days(on(31))).toEqual(['01-31', '03-31', '05-31', '07-31']);
    expect(days(on('last'))).toEqual(['01-31', '02-28', '03-31', '04-30']);
    expect(at(on(29), 'UTC', '2028-02-01T00:00:00Z', 1)).toEqual(['2028-02-29T12:00']);
  });

  test('of a single run are one, or none', () => {
    expect(at({ frequency: 'once', once: '2026-12-01T06:00' }, 'Asia/Kolkata', '2026-11-22T00:00:00Z')).toEqual([
      '2026-12-01T00:30',
    ]);
    expect(at({ frequency: 'once', once: '2026-12-01T06:00' }, 'Asia/Kolkata', '2026-12-01T00:30:00Z')).toEqual([]);
  });

  test('equal those of EventBridge Scheduler for the same expression', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16));
    const weekdays = fc.uniqueArray(fc.constantFrom('monday', 'wednesday', 'saturday', 'sunday'), { minLength: 1 });
    const when = fc.oneof(
      fc.record({
        frequency: fc.constant('hourly'),
        minute: fc.integer({ min: 0, max: 59 }),
        everyHours: fc.constantFrom(1, 2, 3, 4, 6, 8, 12),
      }),
      fc.record({ frequency: fc.constant('daily'), time }),
      fc.record({ frequency: fc.constant('weekly'), weekdays, time }),
      fc.record({
        frequency: fc.constant('monthly'),
        day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last')),
        time,
      }),
    );
    const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC');
    // Two years with their changes of the clocks.
    const after = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) });
    fc.assert(
      fc.property(when, zone, after, (given, timeZone, from) => {
        const parsed = WhenSchema.parse(given);
        const occurrences = readExpression(expressionOf(parsed), timeZone, from);
        const expected: string[] = [];
        for (let last = from; expected.length < 5; ) {
          last = occurrences.next(last) ?? Number.NaN;
          expected.push(new Date(last).toISOString());
        }
        expect(nextRuns(parsed, timeZone, new Date(from), 5).map((run) => run.at)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('when', () => {
  test.each([
    [{ frequency: 'once', once: '2026-02-30T06:00' }, 'once'],
    [{ frequency: 'once', once: '2026-12-01 06:00' }, 'once'],
    [{ frequency: 'once', once: '2026-12-01T06:00Z' }, 'once'],
    [{ frequency: 'hourly', minute: 60 }, 'minute'],
    [{ frequency: 'hourly', minute: 0, everyHours: 5 }, 'everyHours'],
    [{ frequency: 'daily', time: '24:00' }, 'time'],
    [{ frequency: 'weekly', weekdays: [], time: '06:00' }, 'weekdays'],
    [{ frequency: 'weekly', weekdays: ['monday', 'monday'], time: '06:00' }, 'weekdays'],
    [{ frequency: 'monthly', day: 32, time: '06:00' }, 'day'],
    [{ frequency: 'yearly', time: '06:00' }, 'frequency'],
  ])('%j is rejected', (given, place) => {
    expect(WhenSchema.safeParse(given).error?.issues[0]?.path).toEqual([place]);
  });
});
