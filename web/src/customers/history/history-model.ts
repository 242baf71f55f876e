import type { components } from '../../shared/api/schema.ts';
import { HISTORY } from './text.ts';

type Schemas = components['schemas'];
/** A change by a person, or the line of an import. */
export type Entry = Schemas['CustomerHistoryEntry'];
export type PersonChange = Extract<Entry, { readonly by: string }>;
export type ImportLine = Exclude<Entry, PersonChange>;
export type FieldChange = Schemas['FieldChange'];

export const isImport = (entry: Entry): entry is ImportLine => entry.kind === 'imported';
export const keyOf = (entry: Entry): string => (isImport(entry) ? entry.importId : entry.id);

export interface Filter {
  /** A kind of entry; empty for all. */
  readonly kind: string;
  /** The id of a user; empty for everyone. */
  readonly person: string;
  readonly text: string;
}

export const NO_FILTER: Filter = { kind: '', person: '', text: '' };
export const isFiltered = ({ kind, person, text }: Filter): boolean => `${kind}${person}${text.trim()}` !== '';

/** Whatever the case and the accents. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Labels by the code of the field. */
export type Labels = ReadonlyMap<string, string>;

function textsOf(entry: Entry, labels: Labels): readonly string[] {
  if (isImport(entry)) return [HISTORY.import, entry.importId];
  return entry.changes.flatMap(({ code, old = '', new: after = '' }) => [labels.get(code) ?? code, old, after]);
}

/** Values of an import are not known before its line is opened, so a text finds only the line itself. */
export function matching(entries: readonly Entry[], { kind, person, text }: Filter, labels: Labels): readonly Entry[] {
  const wanted = folded(text.trim());
  return entries.filter(
    (entry) =>
      (kind === '' || entry.kind === kind) &&
      (person === '' || (!isImport(entry) && entry.by === person)) &&
      (wanted === '' || textsOf(entry, labels).some((part) => folded(part).includes(wanted))),
  );
}

/** The users who have changed the customer, each once, as far as the history was read. */
export const personsOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap((entry) => (isImport(entry) ? [] : [entry.by]))),
];

/** The time of the earliest entry that was read. */
export const earliestOf = (entries: readonly Entry[]): string | undefined =>
  entries.findLast(({ at }) => at !== undefined)?.at;
