import { CUSTOMER_ID_CODE, type Field, SEARCHABLE_TYPES } from '../../../crm-tables/index.ts';
import { SLOT_COUNT } from '../../../shared/domain/slot-count.ts';
import type { FileColumn } from './file-columns.ts';
import { nameHints } from './name-hints.ts';
import { isOtherDate } from './other-dates.ts';

/** A field that may become searchable, with the evidence. */
export interface SearchCandidate {
  readonly column: FileColumn;
  readonly code: string;
  readonly type: Field['type'];
  /** The standard field of this code, if it is one. */
  readonly standard: Field | undefined;
  /** Whether the person wants it to be searchable; undefined if the person leaves it to the proposal. */
  readonly chosenSearch: boolean | undefined;
}

export interface SearchChoice {
  readonly search: boolean;
  /** One sentence for a person. */
  readonly reason: string;
}

/** So many of the values of a number or code differ from each other. */
const MOSTLY_DIFFERENT = 0.9;
/** Fewer values differ by chance. */
const FEW = 10;
const CODE = /^(?=.*\d)\S{3,40}$/;
/** Columns of the list of matches; more do not fit next to each other. */
const RESULT_COLUMNS = 4;

/** Before every rank of the proposal. */
const CHOSEN_RANK = -1;

const NO_SLOT = `At most ${SLOT_COUNT} fields can be searchable, and others help more.`;

/** Chooses the searchable fields: standard ones, telephone numbers, e-mail addresses, names, then numbers and codes. */
export function chooseSearchable(candidates: readonly SearchCandidate[]): Map<string, SearchChoice> {
  const wanted = candidates.map((candidate) => ({ candidate, ...rankOf(candidate) }));
  const ranked = wanted.filter(({ rank }) => rank !== undefined).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const winners = new Set(ranked.slice(0, SLOT_COUNT).map(({ candidate }) => candidate.code));
  return new Map(
    wanted.map(({ candidate: { code }, rank, reason }) => {
      const search = winners.has(code);
      return [code, { search, reason: search || rank === undefined ? reason : NO_SLOT }];
    }),
  );
}

/** A lower rank goes first; undefined for a field that need not be searchable. */
function rankOf({ code, type, standard, column, chosenSearch }: SearchCandidate): { rank?: number; reason: string } {
  if (code === CUSTOMER_ID_CODE) return { reason: 'The Customer ID is always found.' };
  if (chosenSearch !== undefined) return { ...(chosenSearch && { rank: CHOSEN_RANK }), reason: 'You chose it.' };
  if (!SEARCHABLE_TYPES.includes(type)) return { reason: 'A field of this type cannot be searched.' };
  if (standard?.flags.search) return { rank: 0, reason: 'Agents usually search by this standard field.' };
  if (type === 'telephone') return { rank: 1, reason: 'A call finds its customer by telephone numbers.' };
  if (type === 'email') return { rank: 2, reason: 'A message finds its customer by e-mail addresses.' };
  if (type === 'text' && !standard && nameHints(column.name).personName) {
    return { rank: 3, reason: 'Agents ask for the name.' };
  }
  if (type === 'text' && !standard && isCode(column)) {
    return { rank: 4, reason: 'Its values are numbers or codes that nearly all differ: customers know theirs.' };
  }
  return { reason: 'Its values do not single out a customer.' };
}

function isCode({ name, values }: FileColumn): boolean {
  const { identifier, amount } = nameHints(name);
  if (
    amount ||
    values.length < (identifier ? 1 : FEW) ||
    !values.every((each) => CODE.test(each.value) && !isOtherDate(each))
  )
    return false;
  return new Set(values.map(({ value }) => value)).size >= MOSTLY_DIFFERENT * values.length;
}

/** The columns of the list of matches: the standard ones, or else the first fields that agents can read at a glance. */
export function chooseResultColumns(candidates: readonly SearchCandidate[]): ReadonlySet<string> {
  const standard = candidates.filter(({ code, standard: field }) => code === CUSTOMER_ID_CODE || field?.flags.result);
  const others = candidates.filter(({ type, code }) => type === 'text' && code !== CUSTOMER_ID_CODE);
  const shown = standard.length > 1 ? standard : [...standard, ...others].slice(0, RESULT_COLUMNS);
  return new Set(shown.map(({ code }) => code));
}
