import { describe, expect, test } from '@jest/globals';
import {
  conditionsOf,
  type Entry,
  isFiltered,
  keyOf,
  NO_FILTER,
  namedIn,
  personsOf,
} from '../../src/customers/history/history-model.ts';

const change: Entry = { id: '1', kind: 'updated', at: '2026-11-22T12:00:00.000Z', by: 'ann', changes: [] };
const note: Entry = {
  ...{ kind: 'note', noteId: 'n', at: '2026-11-22T12:00:00.000Z', by: 'bob', revision: 2, editedBy: 'cy' },
  ...{ beginning: 'Calls back.', isWhole: true, isPinned: false, isDeleted: false },
};
const edit: Entry = { kind: 'note-edited', noteId: 'n', at: '2026-11-22T13:00:00.000Z', by: 'cy' };
const imported: Entry = { kind: 'imported', importId: 'i', isCreation: false };
const ENTRIES = [change, note, edit, imported];

describe('the filter of a history', () => {
  test('has a condition for each part that is set, in local days', () => {
    expect(conditionsOf(NO_FILTER)).toEqual({});
    const filter = { kind: 'note' as const, person: 'ann', text: ' six ', from: '2026-11-01', to: '2026-11-30' };
    expect(conditionsOf(filter)).toEqual({
      ...{ kinds: ['note'], by: 'ann', text: 'six' },
      from: new Date('2026-11-01T00:00:00').toISOString(),
      to: new Date('2026-11-30T23:59:59.999').toISOString(),
    });
    expect(conditionsOf({ ...NO_FILTER, from: '2026-1', to: '2026-11-' })).toEqual({});
  });

  test('is set by each of its parts, and not by spaces', () => {
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, text: '  ' })).toBe(false);
    const parts = [{ text: 'a' }, { person: 'ann' }, { kind: 'updated' as const }, { from: '2026' }, { to: '2026' }];
    for (const part of parts) expect(isFiltered({ ...NO_FILTER, ...part })).toBe(true);
  });
});

test('persons are the users of the entries, and names are needed of those who have edited a note, too', () => {
  expect(personsOf(ENTRIES)).toEqual(['ann', 'bob', 'cy']);
  expect(namedIn([note, imported])).toEqual(['bob', 'cy']);
});

test('each entry has a key of its own, also the edits of one note', () => {
  const keys = [...ENTRIES, { ...edit, at: '2026-11-22T14:00:00.000Z' }].map(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
});
