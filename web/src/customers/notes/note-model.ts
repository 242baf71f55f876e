import type { components } from '../../shared/api/schema.ts';
import { isObject } from '../desk/tab-storage.ts';

/** What lists have of a note. */
export type NoteHead = components['schemas']['PinnedNote'];

/** A note in its form; without an id a new one. */
export interface EditedNote {
  readonly noteId?: string;
  readonly text: string;
  /** That the form began with, or that of another person since; 0 for a new note. */
  readonly revision: number;
  /** Who wrote this text while the form was open, and when. */
  readonly meanwhile?: { readonly at: string; readonly by: string };
  /** Whether the note was deleted while the form was open. What is typed can only become a new note. */
  readonly isDeleted?: boolean;
}

export const NEW_NOTE: EditedNote = { text: '', revision: 0 };

/** The note of a form after another person has saved it: a save then replaces that person's text. */
export const changedMeanwhile = ({
  noteId,
  text,
  revision,
  at,
  by,
  editedAt = at,
  editedBy = by,
}: components['schemas']['Note']): EditedNote => ({
  ...{ noteId, text, revision },
  meanwhile: { at: editedAt, by: editedBy },
});

/** The note of a form after another person has deleted it. */
export const DELETED_MEANWHILE: EditedNote = { ...NEW_NOTE, isDeleted: true };

/** What the tab keeps of a form. */
export interface NoteDraft {
  readonly note: EditedNote;
  readonly typed: string;
}

const isMeanwhile = (value: unknown): boolean =>
  value === undefined ||
  (isObject(value) && ['at', 'by'].every((name) => typeof Reflect.get(value, name) === 'string'));

function isEdited(note: unknown): note is EditedNote {
  if (!isObject(note)) return false;
  const is = (name: string, ...types: readonly string[]) => types.includes(typeof Reflect.get(note, name));
  return (
    is('noteId', 'string', 'undefined') &&
    is('text', 'string') &&
    is('revision', 'number') &&
    is('isDeleted', 'boolean', 'undefined') &&
    isMeanwhile(Reflect.get(note, 'meanwhile'))
  );
}

export const isNoteDraft = (value: object): value is NoteDraft =>
  isEdited(Reflect.get(value, 'note')) && typeof Reflect.get(value, 'typed') === 'string';

const MOST_BYTES = 32 * 1024;

/** Why a text cannot be saved; empty if it can. */
export function faultOf(text: string, faults: { readonly blank: string; readonly tooLong: string }): string {
  if (text.trim() === '') return faults.blank;
  return new TextEncoder().encode(text).length > MOST_BYTES ? faults.tooLong : '';
}
