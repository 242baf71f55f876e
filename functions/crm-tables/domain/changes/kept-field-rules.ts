import type { Field, FieldType } from '../field.ts';
import { isIndexed } from '../indexed.ts';
import type { Consequence } from './changes.ts';

/**
 * A field of the published version that the draft keeps. An import ignores a record that equals the stored customer
 * before it validates the values, so only new and changed records can fail by the rules below.
 */
export interface KeptField {
  readonly before: Field;
  readonly after: Field;
}

export type Finding = Pick<Consequence, 'code' | 'severity' | 'detail'>;
type Rule = (field: KeptField) => Finding | undefined;

const LONGEST_LIST_SHOWN = 5;

const A_VALUE_OF: Readonly<Record<FieldType, string>> = {
  text: 'text',
  number: 'a number',
  date: 'a date',
  time: 'a time',
  'date-time': 'a date and time',
  'yes-no': 'yes or no',
  list: 'one of the choices',
  'multi-list': 'some of the choices',
  telephone: 'a telephone number',
  email: 'an e-mail address',
  url: 'a web address',
  currency: 'an amount',
  notes: 'text',
};

/** Types that accept any text. */
const TAKES_ANYTHING: readonly FieldType[] = ['text', 'notes'];

export function nameOf({ label, code }: Field): string {
  return `${label} (${code})`;
}

const renamed: Rule = ({ before, after }) => {
  if (before.label === after.label) return undefined;
  const detail = `${before.label} (${after.code}) is renamed to ${after.label}. Its values stay. A header row with the old label no longer names it.`;
  return { code: 'field.renamed', severity: 'notice', detail };
};

const typeChanged: Rule = ({ before, after }) => {
  if (before.type === after.type) return undefined;
  const start = `${nameOf(after)} changes from ${before.type} to ${after.type}. Stored values stay as typed`;
  if (TAKES_ANYTHING.includes(after.type))
    return { code: 'field.type-changed', severity: 'notice', detail: `${start}.` };
  const wanted = A_VALUE_OF[after.type];
  const isLenient = (after.type === 'telephone' || after.type === 'email') && !after.strict;
  return isLenient
    ? {
        code: 'field.type-changed',
        severity: 'notice',
        detail: `${start}. In imports, a value that is not ${wanted} gets a warning.`,
      }
    : {
        code: 'field.type-changed',
        severity: 'warning',
        detail: `${start}. In imports, a new or changed record fails if its value is not ${wanted}.`,
      };
};

const becameRequired: Rule = ({ before, after }) => {
  if (before.required || !after.required) return undefined;
  const detail = `${nameOf(after)} becomes required. Existing customers without a value stay. In imports, a new or changed record without a value fails, and a file without a column for it is rejected.`;
  return { code: 'field.becomes-required', severity: 'warning', detail };
};

const shortened: Rule = ({ before, after }) => {
  if (after.maxLength >= before.maxLength) return undefined;
  const detail = `${nameOf(after)} allows at most ${after.maxLength} characters instead of ${before.maxLength}. Longer stored values stay. In imports, a new or changed record with a longer value fails.`;
  return { code: 'field.shortened', severity: 'warning', detail };
};

const choicesRemoved: Rule = ({ before, after }) => {
  const isList = after.type === 'list' || after.type === 'multi-list';
  const removed = before.listValues.filter((value) => !after.listValues.includes(value));
  // A list whose type changes is already reported by `typeChanged`.
  if (!isList || removed.length === 0) return undefined;
  const more = removed.length - LONGEST_LIST_SHOWN;
  const shown = removed.slice(0, LONGEST_LIST_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const detail = `${nameOf(after)} no longer offers ${shown}. Customers keep these values. In imports, a new or changed record with one of them fails.`;
  return { code: 'field.choices-removed', severity: 'warning', detail };
};

const becameStrict: Rule = ({ before, after }) => {
  if (before.strict || !after.strict) return undefined;
  const detail = `${nameOf(after)} becomes strict. Stored values that are not ${A_VALUE_OF[after.type]} stay. In imports, a new or changed record with such a value fails instead of getting a warning.`;
  return { code: 'field.becomes-strict', severity: 'warning', detail };
};

/** Why existing customers are not found at once. */
export const INDEXED_LATER = 'Existing customers are found by it when the index is complete, some minutes later.';

const becameSearchable: Rule = ({ before, after }) => {
  if (!isIndexed(after) || (isIndexed(before) && before.type === after.type)) return undefined;
  const start = isIndexed(before) ? 'is searched as another type' : 'becomes searchable';
  const detail = `${nameOf(after)} ${start}. ${INDEXED_LATER}`;
  return { code: 'field.becomes-searchable', severity: 'notice', detail };
};

const noLongerSearchable: Rule = ({ before, after }) => {
  if (!isIndexed(before) || isIndexed(after)) return undefined;
  const detail = `${nameOf(after)} is no longer searchable. Its values stay.`;
  return { code: 'field.no-longer-searchable', severity: 'warning', detail };
};

/** Each rule returns one consequence of a field's update for stored customers, if it applies. */
export const KEPT_FIELD_RULES: readonly Rule[] = [
  renamed,
  typeChanged,
  becameRequired,
  shortened,
  choicesRemoved,
  becameStrict,
  becameSearchable,
  noLongerSearchable,
];
