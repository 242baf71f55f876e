import { expect, test } from '@jest/globals';
import { S3Error } from '../../../../local/s3/errors.ts';
import { parseRange } from '../../../../local/s3/operations/byte-range.ts';

test.each([
  [undefined, undefined],
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=3-', { start: 3, end: 10 }],
  ['bytes=-3', { start: 7, end: 10 }],
  ['bytes=-30', { start: 0, end: 10 }],
  ['bytes=9-99', { start: 9, end: 10 }],
  ['bytes=5-4', undefined],
  ['bytes=-', undefined],
  ['bytes=a-b', undefined],
  ['bytes=0-1,3-4', undefined],
])('%s of ten bytes', (header, range) => {
  expect(parseRange(header, 10)).toEqual(range);
});

test.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('%s has no byte of ten', (header) => {
  expect(() => parseRange(header, 10)).toThrow(S3Error);
});
