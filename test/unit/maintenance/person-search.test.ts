import { describe, expect, test } from '@jest/globals';
import { recordsOf, withoutPerson } from '../../../functions/maintenance/domain/person-search.ts';

const SOUGHT = ['C12', 'amelia@example.com', 'Lee "Ames"\nSmith', 'Zoë'];

describe('the search for a person in a file', () => {
  test.each([
    ['C12,Mill\n', true],
    ['"C12";Mill\r\n', true],
    ['C123,Mill\n', false],
    ['XC12,Mill\n', false],
    ['{"customerId":"C12","before":{}}\n', true],
    ['Field P018 value (amelia@example.com) is too long.\n', true],
    ['1,"Lee ""Ames""\nSmith",YO1\n', true],
    ['{"P011":"Lee \\"Ames\\"\\nSmith"}\n', true],
    ['1,Zoë\n', true],
    ['1,Zoëy\n', false],
    ['', false],
  ])('in %j finds it: %s', (record, isFound) => {
    const others = ['Customer ID,Last name\n', 'C1,Other\n'];
    const [before, after] = others;
    const text = `${before}${record}${after}`;
    expect(withoutPerson(text, SOUGHT)).toBe(isFound ? others.join('') : undefined);
  });

  test('keeps the bytes of all other records, with quotes, line ends and a last line without one', () => {
    const text = 'a,"x\ny"\r\nit\'s 5" wide\nC12,z\n\n"open\nlast';
    expect(recordsOf(text).join('')).toBe(text);
    expect(withoutPerson(text, SOUGHT)).toBe('a,"x\ny"\r\nit\'s 5" wide\n\n"open\nlast');
  });
});
