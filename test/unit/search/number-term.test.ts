import { expect, test } from '@jest/globals';
import { numberTerm } from '../../../functions/search/domain/term.ts';

const last = (text: string) => numberTerm(text, 'GB', new Set(['P012']))?.last;

test('the last digits of a number are seven or more, without the zero before an area code', () => {
  expect(last('946 0123')).toBe('9460123');
  expect(last('020 7946 0123')).toBe('2079460123');
  expect(last('012 3456')).toBe('0123456');
  expect(last('000 0456')).toBe('0000456');
  expect(last('46 0123')).toBeUndefined();
  expect(last('012 345')).toBeUndefined();
});
