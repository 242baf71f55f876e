import { describe, expect, test } from '@jest/globals';
import { readExpression } from '../../../../local/scheduler/expression.ts';

const START = Date.parse('2026-11-22T10:00:00Z');

function runs(expression: string, timeZone = 'UTC', after = START, count = 3): string[] {
  const occurrences = readExpression(expression, timeZone, START);
  const found: string[] = [];
  for (let from = after; found.length < count; ) {
    const next = occurrences.next(from);
    if (next === undefined) break;
    found.push(new Date(next).toISOString().slice(0, 16));
    // The next run is also the last run at its own time.
    expect(occurrences.last(next)).toBe(next);
    from = next;
  }
  return found;
}

describe('expressions as EventBridge Scheduler has them', () => {
  test.each([
    ['cron(0 6 * * ? *)', ['2026-11-23T06:00', '2026-11-24T06:00', '2026-11-25T06:00']],
    ['cron(0/15 10 ? * SUN *)', ['2026-11-22T10:15', '2026-11-22T10:30', '2026-11-22T10:45']],
    ['cron(30 0/6 * * ? *)', ['2026-11-22T12:30', '2026-11-22T18:30', '2026-11-23T00:30']],
    ['cron(15 10 ? * 2-6 *)', ['2026-11-23T10:15', '2026-11-24T10:15', '2026-11-25T10:15']],
    ['cron(0 6 L * ? *)', ['2026-11-30T06:00', '2026-12-31T06:00', '2027-01-31T06:00']],
    ['cron(0 6 31 * ? *)', ['2026-12-31T06:00', '2027-01-31T06:00', '2027-03-31T06:00']],
    ['cron(0 6 15W * ? *)', ['2026-12-15T06:00', '2027-01-15T06:00', '2027-02-15T06:00']],
    ['cron(0 6 ? * 6L *)', ['2026-11-27T06:00', '2026-12-25T06:00', '2027-01-29T06:00']],
    ['cron(0 6 ? * L 2026)', ['2026-11-28T06:00', '2026-12-05T06:00', '2026-12-12T06:00']],
    ['cron(0 6 ? * 3#2 *)', ['2026-12-08T06:00', '2027-01-12T06:00', '2027-02-09T06:00']],
    ['cron(0 6 1 JAN,JUL ? 2027)', ['2027-01-01T06:00', '2027-07-01T06:00']],
    ['rate(1 hour)', ['2026-11-22T11:00', '2026-11-22T12:00', '2026-11-22T13:00']],
    ['rate(90 minutes)', ['2026-11-22T11:30', '2026-11-22T13:00', '2026-11-22T14:30']],
    ['at(2026-12-01T06:00:00)', ['2026-12-01T06:00']],
  ])('%s', (expression, expected) => {
    expect(runs(expression)).toEqual(expected);
  });

  test('a time that the clocks skip is left out, and one that they show twice comes once', () => {
    const before = Date.parse('2027-03-26T12:00:00Z');
    expect(runs('cron(30 1 * * ? *)', 'Europe/London', before)).toEqual([
      '2027-03-27T01:30',
      '2027-03-29T00:30',
      '2027-03-30T00:30',
    ]);
    expect(runs('cron(30 1 * * ? *)', 'Europe/London', Date.parse('2026-10-24T12:00:00Z'), 2)).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
    expect(runs('at(2026-12-01T06:00:00)', 'America/New_York')).toEqual(['2026-12-01T11:00']);
  });

  test('the last run up to a moment is found, however long ago', () => {
    const yearly = readExpression('cron(0 6 29 2 ? *)', 'UTC', START);
    expect(yearly.last(START)).toBe(Date.parse('2024-02-29T06:00:00Z'));
    expect(readExpression('cron(0 6 1 1 ? 2030)', 'UTC', START).last(START)).toBeUndefined();
    expect(readExpression('rate(1 day)', 'UTC', START).last(START - 1)).toBeUndefined();
  });

  test.each([
    ['daily', 'it is not at(...), rate(...) or cron(...)'],
    ['cron(0 6 * * *)', 'it has 5 fields where cron has 6'],
    ['cron(0 6 * * * *)', 'exactly one of day-of-month and day-of-week must be ?'],
    ['cron(0 6 ? * ? *)', 'exactly one of day-of-month and day-of-week must be ?'],
    ['cron(0 6 * * MON *)', 'exactly one of day-of-month and day-of-week must be ?'],
    ['cron(60 6 * * ? *)', 'Invalid value for minute: 60'],
    ['cron(0 6,x * * ? *)', '6,x is not a valid value for hours'],
    ['cron(@daily * * * ? *)', '@daily is not a valid value for minutes'],
    ['rate(5 minute)', 'a rate has the form rate(1 minute)'],
    ['rate(1 minutes)', 'a rate has the form rate(1 minute)'],
    ['rate(0 minutes)', 'a rate has the form rate(1 minute)'],
    ['rate(1 week)', 'a rate has the form rate(1 minute)'],
    ['at(2026-12-01T06:00)', 'at(yyyy-mm-ddThh:mm:ss) is expected'],
    ['at(2026-13-01T06:00:00)', 'at(yyyy-mm-ddThh:mm:ss) is expected'],
  ])('%s is rejected: %s', (expression, why) => {
    expect(() => readExpression(expression, 'UTC', START)).toThrow(expression);
    expect(() => readExpression(expression, 'UTC', START)).toThrow(why);
  });

  test('a single time that the clocks skip is rejected', () => {
    expect(() => readExpression('at(2027-03-28T01:30:00)', 'Europe/London', START)).toThrow('skip this time');
  });
});
