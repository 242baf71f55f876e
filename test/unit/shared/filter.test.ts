import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesFilter } from '../../../functions/shared/domain/filter.ts';
import { filteredList, filteredQuery } from '../../../functions/shared/http/filtered-list.ts';
import { pageBody } from '../../../functions/shared/http/pagination.ts';

const matches = (text: string, values: Readonly<Record<string, string>>) =>
  matchesFilter({ attributes: ['prefix', 'name'], text }, (attribute) => values[attribute]);

describe('a filter', () => {
  test.each([
    ['city', 'City Breaks', true],
    ['Y BR', 'City  Breaks', true],
    ['oς', 'ΟΔΟΣ ΑΒ', false],
    ['οσ', 'ΟΔΟΣ ΑΒ', true],
    ['ΟΣΑ', 'οσα', true],
    ['straSSe', 'Lange Straße', true],
    ['ＡＢ', 'cabs', true],
    ['', 'City Breaks', true],
    ['city breaks 2', 'City Breaks', false],
  ])('%j, compared with the name %j, gives %j', (text, name, expected) => {
    expect(matches(text, { name })).toBe(expected);
  });

  test('compares each attribute that it names by itself, and no other', () => {
    const values = { prefix: 'BRI', name: 'Training', manager: 'Keller' };
    expect(['bri', 'train', 'keller', 'britraining'].map((text) => matches(text, values))).toEqual([
      ...[true, true],
      ...[false, false],
    ]);
    expect(matches('undefined', {})).toBe(false);
  });

  test('compares values with attributes as they are written, also within a list', () => {
    const user = { name: 'Ann', status: 'active', groupId: 'g-1', teamIds: ['g-2', 'G-3'] };
    const isKept = (attributes: string[], value: string) =>
      matchesFilter({ attributes: ['name'], text: '', equal: [{ attributes, value }] }, (attribute) =>
        Object.entries(user)
          .find(([name]) => name === attribute)
          ?.at(1),
      );
    expect([isKept(['status'], 'active'), isKept(['status'], 'act')]).toEqual([true, false]);
    const groups = ['g-1', 'g-2', 'g-3'].map((group) => isKept(['groupId', 'teamIds'], group));
    expect(groups).toEqual([true, true, false]);
  });

  test('finds every part of a name, in capitals and in small letters', () => {
    const anyName = fc.string({ unit: fc.constantFrom(...'aZäßσΣ ςİı9-', 'ǆ'), maxLength: 20 });
    fc.assert(
      fc.property(anyName, fc.nat(20), fc.nat(20), (name, from, length) => {
        const part = name.slice(from, from + length);
        expect(matches(part, { name })).toBe(true);
        expect(matches(part.toUpperCase(), { name })).toBe(true);
      }),
    );
  });
});

describe('a list with a filter', () => {
  const LIST = { name: 'accounts', position: /^[A-Z]{3}$/ };
  const open = (filter: string | undefined, cursor?: string) =>
    filteredList(LIST, ['name'], { limit: 5, cursor, ...(filter !== undefined && { filter }) });
  const cursorOf = (filter: string | undefined) => pageBody(open(filter).list, { items: [], next: 'BRI' }).nextCursor;

  test('has cursors of its own, and one without a filter those that it always had', () => {
    const filters = [undefined, 'a', 'b', 'a?filter=b'];
    for (const given of filters) {
      for (const other of filters) {
        const reopen = () => open(other, cursorOf(given)).request.after;
        if (given === other) expect(reopen()).toBe('BRI');
        else expect(reopen).toThrow('another list');
      }
    }
    expect(cursorOf('')).toBe(pageBody(LIST, { items: [], next: 'BRI' }).nextCursor);
  });

  test('takes a filter of at most 100 characters without the blanks around it; a blank filter is none', () => {
    const parse = (filter: string) => filteredQuery(['name']).safeParse({ filter });
    expect(parse(` ${'x'.repeat(100)} `).data?.filter).toBe('x'.repeat(100));
    expect(parse('x'.repeat(101)).success).toBe(false);
    expect(open(parse('  ').data?.filter).request).toEqual({ limit: 5, after: undefined });
  });
});
