import { CUSTOMER_ID_CODE, type Field, SEARCHABLE_TYPES } from '../../../crm-tables/index.ts';
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

/** Chooses the searchable fields: standard ones, telephone numbers, e-mail addresses, names, numbers and codes. */
export const chooseSearchable = (candidates: readonly SearchCandidate[]): Map<string, SearchChoice> =>
  new Map(candidates.map((candidate) => [candidate.code, choiceOf(candidate)]));

function choiceOf({ code, type, standard, column, chosenSearch }: SearchCandidate): SearchChoice {
  const yes = (reason: string): SearchChoice => ({ search: true, reason });
  const no = (reason: string): SearchChoice => ({ search: false, reason });
  if (code === CUSTOMER_ID_CODE) return no('The Customer ID is always found.');
  if (chosenSearch !== undefined) return { search: chosenSearch, reason: 'You chose it.' };
  if (!SEARCHABLE_TYPES.includes(type)) return no('A field of this type cannot be searched.');
  if (standard?.flags.search) return yes('Agents usually search by this standard field.');
  if (type === 'telephone') return yes('A call finds its customer by telephone numbers.');
  if (type === 'email') return yes('A message finds its customer by e-mail addresses.');
  if (type === 'text' && !standard && nameHints(column.name).personName) return yes('Agents ask for the name.');
  if (type === 'text' && !standard && isCode(column)) {
    return yes('Its values are numbers or codes that nearly all differ: customers know theirs.');
  }
  return no('Its values do not single out a customer.');
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
