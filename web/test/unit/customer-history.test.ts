import { describe, expect, test } from '@jest/globals';
import {
  type Entry,
  earliestOf,
  isFiltered,
  matching,
  NO_FILTER,
  personsOf,
} from '../../src/customers/history/history-model.ts';

const LABELS = new Map([['P011', 'Last name']]);
const change = (id: string, by: string, changes: Extract<Entry, { by: string }>['changes']): Entry => ({
  ...{ id, kind: 'updated', at: '2026-11-22T12:00:00.000Z', by, changes },
});
const first = change('1', 'ann', [{ code: 'P011', old: 'Müller', new: 'Miller' }]);
const second = change('2', 'bob', [{ code: 'P012', new: '020 7946 0018' }]);
const imported: Entry = { kind: 'imported', importId: 'i', at: '2026-11-21T12:00:00.000Z', isCreation: false };
const ENTRIES = [first, second, imported];

describe('the filter of a history', () => {
  test.each([
    [{}, ENTRIES],
    [{ kind: 'imported' }, [imported]],
    [{ person: 'bob' }, [second]],
    [{ text: ' muller ' }, [first]],
    [{ text: 'last NAME' }, [first]],
    [{ text: '7946' }, [second]],
    [{ text: 'import' }, [imported]],
    [{ text: 'miller', person: 'bob' }, []],
  ])('%j shows the changes that match all of it', (given, expected) => {
    expect(matching(ENTRIES, { ...NO_FILTER, ...given }, LABELS)).toEqual(expected);
  });

  test('is empty without a choice and with a blank text', () => {
    expect([NO_FILTER, { ...NO_FILTER, text: ' ' }, { ...NO_FILTER, kind: 'updated' }].map(isFiltered)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

test('each person of a history is named once, and the earliest time is that of the last entry with one', () => {
  expect(personsOf([first, second, first, imported])).toEqual(['ann', 'bob']);
  expect(earliestOf([first, imported, { kind: 'imported', importId: 'j', isCreation: true }])).toBe(imported.at);
  expect(earliestOf([])).toBeUndefined();
});
