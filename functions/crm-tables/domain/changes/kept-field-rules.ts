import type { AssignedSlot } from '../crm-table.ts';
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
  /** Every slot that the table has ever assigned. */
  readonly slots: readonly AssignedSlot[];
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
  const detail = `${before.label} (${after.code}) is called ${after.label} from now on. A file whose header names it by the old label is no longer recognised; its values stay.`;
  return { code: 'field.renamed', severity: 'notice', detail };
};

const typeChanged: Rule = ({ before, after }) => {
  if (before.type === after.type) return undefined;
  const start = `${nameOf(after)} turns from ${before.type} into ${after.type}. Values stay as they were typed`;
  if (TAKES_ANYTHING.includes(after.type))
    return { code: 'field.type-changed', severity: 'notice', detail: `${start}.` };
  const wanted = A_VALUE_OF[after.type];
  const isLenient = (after.type === 'telephone' || after.type === 'email') && !after.strict;
  return isLenient
    ? {
        code: 'field.type-changed',
        severity: 'notice',
        detail: `${start}; what is not ${wanted} only gives a warning.`,
      }
    : {
        code: 'field.type-changed',
        severity: 'warning',
        detail: `${start}; a new or changed record fails in imports where its value is not ${wanted}.`,
      };
};

const becameRequired: Rule = ({ before, after }) => {
  if (before.required || !after.required) return undefined;
  const detail = `${nameOf(after)} becomes required. Customers who have it blank stay; a new or changed record that leaves it blank fails in imports, and a file without a column for it is rejected.`;
  return { code: 'field.becomes-required', severity: 'warning', detail };
};

const shortened: Rule = ({ before, after }) => {
  if (after.maxLength >= before.maxLength) return undefined;
  const detail = `${nameOf(after)} is at most ${after.maxLength} characters long, before ${before.maxLength}. Longer values stay; a new or changed record that brings one fails in imports.`;
  return { code: 'field.shortened', severity: 'warning', detail };
};

const choicesRemoved: Rule = ({ before, after }) => {
  const isList = after.type === 'list' || after.type === 'multi-list';
  const removed = before.listValues.filter((value) => !after.listValues.includes(value));
  // A list whose type changes is already reported by `typeChanged`.
  if (!isList || removed.length === 0) return undefined;
  const more = removed.length - LONGEST_LIST_SHOWN;
  const shown = removed.slice(0, LONGEST_LIST_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const detail = `${nameOf(after)} no longer offers ${shown}. Customers keep these values; a new or changed record that brings one fails in imports.`;
  return { code: 'field.choices-removed', severity: 'warning', detail };
};

const becameStrict: Rule = ({ before, after }) => {
  if (before.strict || !after.strict) return undefined;
  const detail = `${nameOf(after)} becomes strict. Values that are not ${A_VALUE_OF[after.type]} stay; a new or changed record that brings one fails in imports, where before it gave a warning.`;
  return { code: 'field.becomes-strict', severity: 'warning', detail };
};

const becameSearchable: Rule = ({ before, after, slots }) => {
  if (isIndexed(before) || !isIndexed(after)) return undefined;
  const start = `${nameOf(after)} becomes searchable.`;
  const end = 'until an import or a save changes something in them. Importing the same values again does not do it.';
  const detail = slots.some(({ code }) => code === after.code)
    ? `${start} It was once before; customers changed since then are not found by it ${end}`
    : `${start} Customers who are there already are not found by it ${end}`;
  return { code: 'field.becomes-searchable', severity: 'warning', detail };
};

const noLongerSearchable: Rule = ({ before, after }) => {
  if (!isIndexed(before) || isIndexed(after)) return undefined;
  const detail = `${nameOf(after)} is no longer searchable. Values stay, and it still counts as one of the ten searchable fields; should it become searchable again, customers changed in between are not found by it.`;
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
