import type { components } from '../../shared/api/schema.ts';

type Schemas = components['schemas'];
/** The act of a person, or the line of an import. */
export type Entry = Schemas['CustomerHistoryEntry'];
export type NoteEntry = Schemas['CustomerNoteEntry'];
export type DocumentEntry = Schemas['CustomerDocumentEntry'];
export type ImportLine = Extract<Entry, { readonly importId: string }>;
export type FieldChange = Schemas['FieldChange'];

export const isImport = (entry: Entry): entry is ImportLine => entry.kind === 'imported';
export const isDocument = (entry: Entry): entry is DocumentEntry => entry.kind === 'document';
export const isNote = (entry: Entry): entry is NoteEntry => entry.kind === 'note';

export function keyOf(entry: Entry): string {
  if (isImport(entry)) return entry.importId;
  if ('documentId' in entry) return `${entry.kind} ${entry.documentId} ${entry.at}`;
  return 'noteId' in entry ? `${entry.kind} ${entry.noteId} ${entry.at}` : entry.id;
}

export interface Filter {
  /** A kind of entry; empty for all. */
  readonly kind: '' | Entry['kind'];
  /** The id of a user; empty for everyone. */
  readonly person: string;
  readonly text: string;
  /** The first and the last day, in local time; empty for no limit. */
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: Filter = { kind: '', person: '', text: '', from: '', to: '' };
export const isFiltered = ({ kind, person, text, from, to }: Filter): boolean =>
  `${kind}${person}${text.trim()}${from}${to}` !== '';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const timeOf = (day: string, time: string): string => new Date(`${day}T${time}`).toISOString();

/** The conditions of a search. A day that is half-typed is none. */
export function conditionsOf({ kind, person, text, from, to }: Filter): Omit<Schemas['HistorySearch'], 'limit'> {
  return {
    ...(kind !== '' && { kinds: [kind] }),
    ...(person !== '' && { by: person }),
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(DAY.test(from) && { from: timeOf(from, '00:00:00.000') }),
    ...(DAY.test(to) && { to: timeOf(to, '23:59:59.999') }),
  };
}

/** Labels by the code of the field. */
export type Labels = ReadonlyMap<string, string>;

/** The users of the entries, each once. */
export const personsOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap((entry) => (isImport(entry) ? [] : [entry.by]))),
];

/** Those of the entries, of the edits of notes, and of new versions. */
export const namedIn = (entries: readonly Entry[]): readonly string[] => [
  ...personsOf(entries),
  ...entries.flatMap((entry) => (isDocument(entry) && entry.updatedBy !== undefined ? [entry.updatedBy] : [])),
  ...entries.flatMap((entry) => (isNote(entry) && entry.editedBy !== undefined ? [entry.editedBy] : [])),
];
