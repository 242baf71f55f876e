import { expect, test } from '@jest/globals';
import { isExpected } from '../../../functions/shared/domain/revised.ts';
import { expectedRevision } from '../../../functions/shared/http/etag.ts';

test.each([
  ['"7"', true],
  ['"6"', false],
  ['*', true],
  ['"6", "7"', true],
  ['"7","foreign"', true],
  [' , "6" ,, "7" , ', true],
  ['"5", "6"', false],
  ['W/"7"', false],
  ['W/"7", "7"', true],
  ['"a, "7""', undefined],
  ['7', undefined],
  ['"6", *', undefined],
  ['', undefined],
])('If-Match: %s matches the ETag "7": %s', (header, expected) => {
  const matches = () => isExpected(7, expectedRevision(header));
  if (expected === undefined) expect(matches).toThrow(expect.objectContaining({ code: 'if-match.invalid' }));
  else expect(matches()).toBe(expected);
});
