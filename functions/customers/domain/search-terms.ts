import { type Field, normaliseForSearch } from '../../crm-tables/index.ts';

/** Shorter texts match whole values only: their first characters would be those of too many customers. */
const SHORTEST_PREFIX = 3;

/** A condition on one field, in the form in which values are indexed. */
export interface SearchTerm {
  readonly field: Field;
  readonly form: string;
  /** Whether values that begin with the form match, too. */
  readonly isPrefix: boolean;
}

/**
 * The condition that a typed text means for a field; undefined if no value of the field could match it. A telephone number
 * is read in any format and matches as a whole.
 */
export function termOf(field: Field, text: string, defaultCountry: string): SearchTerm | undefined {
  const whole = normaliseForSearch(field, text, defaultCountry);
  if (field.type === 'telephone') return whole === undefined ? undefined : { field, form: whole, isPrefix: false };
  // The beginning of an address or of a date is none itself.
  const form = whole ?? text.trim().toLowerCase();
  const isPrefix = [...form].length >= SHORTEST_PREFIX;
  return whole === undefined && !isPrefix ? undefined : { field, form, isPrefix };
}

/** Compares the stored value, whatever an index contains. */
export function matchesTerm(
  { field, form, isPrefix }: SearchTerm,
  values: Readonly<Record<string, string>>,
  defaultCountry: string,
): boolean {
  const value = values[field.code];
  const stored = value && normaliseForSearch(field, value, defaultCountry);
  if (!stored) return false;
  return isPrefix ? stored.startsWith(form) : stored === form;
}
