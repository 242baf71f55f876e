import { describe, expect, test } from '@jest/globals';
import { completed, storedColumns } from '../../src/shared/list/columns-model.ts';
import { changedSearch } from '../../src/shared/router/search-model.ts';

const usual = [
  { id: 'name', visible: true },
  { id: 'manager', visible: true },
  { id: 'created', visible: false },
];

describe('the columns of a list', () => {
  test('are the usual ones until the user chooses others', () => {
    expect(completed(storedColumns(null), usual)).toEqual(usual);
  });

  test('keep the order and the choice of the user', () => {
    const chosen = [usual[1], usual[0], { id: 'created', visible: true }];
    expect(completed(storedColumns(JSON.stringify(chosen)), usual)).toEqual(chosen);
  });

  test('lose those that no longer exist, and get those that are new after the others', () => {
    const stored = storedColumns('[{"id":"old","visible":true},{"id":"manager","visible":false}]');
    expect(completed(stored, usual)).toEqual([{ id: 'manager', visible: false }, usual[0], usual[2]]);
  });

  test.each(['{', '"text"', '{"id":"name"}', '[{"id":1,"visible":true},{"id":"name"},null]'])(
    'are the usual ones if the browser has stored %p',
    (text) => {
      expect(completed(storedColumns(text), usual)).toEqual(usual);
    },
  );
});

describe('a change of the search', () => {
  test('keeps the other parameters', () => {
    expect(changedSearch('a.page=2&b=1', { 'a.page': '3' })).toBe('a.page=3&b=1');
  });

  test('removes what is empty or undefined', () => {
    expect(changedSearch('a=1&b=2', { a: undefined, b: '' })).toBe('');
  });

  test('escapes what the user types', () => {
    expect(new URLSearchParams(changedSearch('', { filter: 'a&b=c d' })).get('filter')).toBe('a&b=c d');
  });
});
