import { describe, expect, test } from '@jest/globals';
import { EventPatternSchema } from '../../../../local/events/event-pattern.ts';
import { matches } from '../../../../local/events/matches.ts';
import type { JsonValue } from '../../../../local/json-value.ts';

const event: JsonValue = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::one', 'arn:aws:s3:::two'],
  detail: { bucket: { name: 'data' }, object: { key: 'uploads/VOUCIM/a.csv', size: 12 }, empty: null },
};

function isMatch(pattern: unknown): boolean {
  return matches(EventPatternSchema.parse(pattern), event);
}

describe('an event pattern', () => {
  test.each([
    [{ source: ['aws.states', 'aws.s3'] }, true],
    [{ source: ['aws.states'] }, false],
    [{ source: ['aws.s3'], detail: { bucket: { name: ['other'] } } }, false],
    [{ detail: { object: { key: [{ prefix: 'uploads/' }] } } }, true],
    [{ detail: { object: { key: [{ prefix: 'imports/' }, { suffix: '.csv' }] } } }, true],
    [{ detail: { object: { key: [{ suffix: '.txt' }] } } }, false],
    [{ detail: { object: { size: [12] } } }, true],
    [{ detail: { object: { size: ['12'] } } }, false],
    [{ detail: { empty: [null] } }, true],
    [{ detail: { object: { missing: [{ exists: false }] } } }, true],
    [{ detail: { object: { key: [{ exists: true }] } } }, true],
    [{ detail: { object: { missing: ['x'] } } }, false],
    [{ detail: { nothing: { inside: ['x'] } } }, false],
    [{ resources: ['arn:aws:s3:::two'] }, true],
    [{ source: [{ 'anything-but': 'aws.s3' }] }, false],
    [{ source: [{ 'anything-but': ['aws.ec2', 'aws.states'] }] }, true],
    [{ source: [{ 'anything-but': { prefix: 'aws.' } }] }, false],
    [{ source: [{ 'anything-but': { suffix: '.s3' } }] }, false],
    [{ source: [{ 'equals-ignore-case': 'AWS.S3' }] }, true],
  ])('%j: %s', (pattern, expected) => {
    expect(isMatch(pattern)).toBe(expected);
  });

  test.each([
    { source: [{ wildcard: 'aws.*' }] },
    { source: [{ prefix: { 'equals-ignore-case': 'a' } }] },
    { detail: { size: [{ numeric: ['>', 1] }] } },
    { $or: [{ source: ['a'] }] },
    { source: 'aws.s3' },
    { source: [] },
  ])('with an operator that is not supported is rejected: %j', (pattern) => {
    expect(EventPatternSchema.safeParse(pattern).success).toBe(false);
  });
});
