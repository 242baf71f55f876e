import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { STANDARD_FIELDS } from '../../../functions/crm-tables/index.ts';
import { readContext } from '../../../functions/search/domain/context.ts';
import { wordsOf } from '../../../functions/search/domain/words.ts';
import { bucketOf, bucketsOf, entriesOf, entryKey } from '../../../functions/search/index.ts';
import { anyText } from '../../support/any-text.ts';

const fields = STANDARD_FIELDS.map((field) => ({ ...field, flags: { ...field.flags, search: true } }));
const table = { fields, defaultCountry: 'GB' };

const listed = (values: Record<string, string>) =>
  entriesOf(table, 'VOUCIM_1', values).map(({ space, value, field }) => `${space} ${value} ${field}`);

test('each word of a text is an entry of its own', () => {
  expect(listed({ P010: 'Anne-Marie', P011: "O'Brien  Müller" })).toEqual([
    'W anne P010',
    'W marie P010',
    'W obrien P011',
    'W muller P011',
  ]);
});

test('a telephone number is an entry of reversed digits, with or without a form of E.164', () => {
  expect(listed({ P012: '(020) 7946-0018', P013: '12345' })).toEqual(['TEL 810064970244 P012', 'TEL 54321 P013']);
});

test('an address is folded, and what is no address has no entry', () => {
  expect(listed({ P019: 'Jo.Smith@Example.COM' })).toEqual(['MAIL jo.smith@example.com P019']);
  expect(listed({ P019: 'no address' })).toEqual([]);
});

test.each([
  ['SW1A 1AA', ['sw1a1aa']],
  ['sw1a1aa', ['sw1a1aa']],
  ['K1A 0B1', ['k1a0b1']],
  ['12-14 High St', ['12-14', 'high', 'st']],
  ['2026-11-30', ['2026-11-30']],
  ['7.50', ['7.5']],
  ['10.00', ['10']],
  ['v2.5', ['v2', '5']],
  ['Straße', ['strasse']],
  ['⁂', []],
])('%s has the words %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('an entry names the other words of the customer with their fields, as far as 40 bytes reach', () => {
  const [smith] = entriesOf(table, '1', { P011: 'Smith', P018: 'SW1A 1AA' });
  expect(readContext(smith?.context ?? '')).toEqual({
    words: [{ field: 'P018', word: 'sw1a1a', isCut: true }],
    hasMore: false,
  });
  const [first] = entriesOf(table, '1', { P010: 'Jo', P011: 'Smith', P014: 'a long address of several words' });
  expect(readContext(first?.context ?? '').hasMore).toBe(true);
});

test('every entry of any customer has a key within a sort key, and lies in a listed bucket', () => {
  const anyValues = fc.dictionary(fc.constantFrom(...fields.map(({ code }) => code)), anyText({ maxLength: 400 }));
  void fc.assert(
    fc.property(anyValues, (values) => {
      const stored = Object.fromEntries(
        Object.entries(values).map(([code, value]) => [code, value.replaceAll('\0', '')]),
      );
      for (const entry of entriesOf(table, 'x'.repeat(256), stored)) {
        expect(entryKey(entry).length).toBeLessThanOrEqual(1_000);
        expect(bucketsOf(entry.space)).toContain(bucketOf(entry.value));
        expect(entry.value + entry.context).not.toContain('\0');
      }
    }),
  );
});
