import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ScheduledRules } from '../../../../local/events/scheduled-rules.ts';
import { readRule } from '../../../../local/template/resources/rules.ts';

const ARN = 'arn:aws:events:us-east-1:000000000000:rule/watch';
const TARGET = 'arn:aws:lambda:us-east-1:000000000000:function:watch';

function rule(properties: object) {
  const resource = { type: 'AWS::Events::Rule', name: 'watch', ref: 'watch', attributes: { Arn: ARN }, properties };
  return readRule({ ...resource, properties: { Targets: [{ Arn: TARGET, Id: 'Target0' }], ...properties } } as never);
}

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a rule at a rate', () => {
  test('invokes its target at every interval, with the event that EventBridge makes, until it is stopped', () => {
    const delivered: [string, string][] = [];
    const rules = new ScheduledRules([rule({ ScheduleExpression: 'rate(5 minutes)' })], (target, event) => {
      delivered.push([target, event]);
    });
    rules.start();
    jest.advanceTimersByTime(5 * 60_000 - 1);
    expect(delivered).toEqual([]);
    jest.advanceTimersByTime(10 * 60_000);
    rules.stop();
    jest.advanceTimersByTime(60 * 60_000);
    expect(delivered.map(([target]) => target)).toEqual([TARGET, TARGET]);
    expect(JSON.parse(delivered[0]?.[1] ?? '')).toMatchObject({
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      region: 'us-east-1',
      time: '2026-11-22T12:05:00.000Z',
      resources: [ARN],
      detail: {},
    });
  });

  test('does not run while it is disabled, nor for rules with an event pattern', () => {
    const deliver = jest.fn();
    const disabled = rule({ ScheduleExpression: 'rate(1 minute)', State: 'DISABLED' });
    new ScheduledRules([disabled, rule({ EventPattern: { source: ['aws.s3'] } })], deliver).start();
    jest.advanceTimersByTime(24 * 3_600_000);
    expect(deliver).not.toHaveBeenCalled();
  });

  test.each([
    ['rate(1 minute)', 60_000],
    ['rate(3 hours)', 10_800_000],
    ['rate(1 day)', 86_400_000],
  ])('%s is %i ms', (expression, everyMs) => {
    expect(rule({ ScheduleExpression: expression }).everyMs).toBe(everyMs);
  });

  test.each(['cron(0 6 * * ? *)', 'rate(0 minutes)', 'rate(5 seconds)', 'every day'])(
    '%s is rejected',
    (expression) => {
      expect(() => rule({ ScheduleExpression: expression })).toThrow('Rule watch cannot run here');
    },
  );
});
