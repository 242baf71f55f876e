import { expect, test } from '@jest/globals';
import {
  changedMeanwhile,
  DELETED_MEANWHILE,
  faultOf,
  isNoteDraft,
  NEW_NOTE,
} from '../../src/customers/notes/note-model.ts';

const FAULTS = { blank: 'blank', tooLong: 'too long' };

test.each([
  [' \n', 'blank'],
  ['Calls back.', ''],
  ['ü'.repeat(16 * 1024), ''],
  [`${'ü'.repeat(16 * 1024)}.`, 'too long'],
])('the text of a note is checked before it is sent', (text, fault) => {
  expect(faultOf(text, FAULTS)).toBe(fault);
});

test('a draft that the tab has kept is read only in its form', () => {
  expect(isNoteDraft({ note: NEW_NOTE, typed: 'Calls' })).toBe(true);
  expect(isNoteDraft({ note: { noteId: 'n', text: 'Calls', revision: 2 }, typed: 'Calls back' })).toBe(true);
  const half = { note: { ...NEW_NOTE, meanwhile: { at: '2026-11-30' } }, typed: 'a' };
  for (const broken of [{}, { note: NEW_NOTE }, { note: { text: 'a' }, typed: 'a' }, { note: null, typed: 'a' }, half])
    expect(isNoteDraft(broken)).toBe(false);
});

const WRITTEN = { noteId: 'n', at: '2026-11-30T10:00:00Z', by: 'u1', revision: 1, text: 'Theirs', isPinned: false };
const EDITED = { ...WRITTEN, revision: 3, editedAt: '2026-11-30T11:00:00Z', editedBy: 'u2' };

test('after an edit by another person the form is about that text, and names its writer', () => {
  const note = changedMeanwhile(EDITED);
  const meanwhile = { at: '2026-11-30T11:00:00Z', by: 'u2' };
  expect(note).toEqual({ noteId: 'n', text: 'Theirs', revision: 3, meanwhile });
  expect(changedMeanwhile(WRITTEN).meanwhile).toEqual({ at: WRITTEN.at, by: 'u1' });
  expect(isNoteDraft({ note, typed: 'Mine' })).toBe(true);
});

test('after a deletion by another person the form is about a new note', () => {
  expect(DELETED_MEANWHILE).toMatchObject({ text: '', revision: 0, isDeleted: true });
  expect(DELETED_MEANWHILE.noteId).toBeUndefined();
  expect(isNoteDraft({ note: DELETED_MEANWHILE, typed: 'Mine' })).toBe(true);
});
