import { checkValue, type Field, type FieldType, withIsoDate } from '../../../crm-tables/index.ts';
import type { DateForm } from '../../../definitions/index.ts';
import type { LocatedValue } from '../preview/value-examples.ts';
import { are, countOf, type InferredType, inferred, type TypeEvidence } from './inferred-type.ts';
import { distinctChoices, isChoice } from './list-types.ts';
import { fitOf, probe } from './type-fit.ts';

const FORMS: readonly DateForm[] = ['day-first', 'month-first'];
const ORDERS: Readonly<Record<DateForm, string>> = {
  'day-first': 'the day comes first',
  'month-first': 'the month comes first',
};
/** The most choices of a list. */
const MOST_CHOICES = 500;

const HAS_TIME = /\d:\d/;

/** The values as dates of a form, and those that are none. The type has a time if any value has one. */
function datesOf(values: readonly LocatedValue[], form: DateForm, defaultCountry: string) {
  const type: FieldType = values.some(({ value }) => HAS_TIME.test(value)) ? 'date-time' : 'date';
  const field = probe(type, []);
  const isWrong = ({ value }: LocatedValue) =>
    checkValue(field, withIsoDate(value, form), defaultCountry).problem !== undefined;
  return { type, wrong: values.filter(isWrong) };
}

/** The forms in which every value of a column is a date; none for dates of a date field, which need no form. */
export function dateFormsOf({ column: { values }, defaultCountry }: Omit<TypeEvidence, 'hints'>): DateForm[] {
  const isOther = ({ value }: LocatedValue) => FORMS.some((form) => withIsoDate(value, form) !== value);
  if (!values.some(isOther)) return [];
  return FORMS.filter((form) => datesOf(values, form, defaultCountry).wrong.length === 0);
}

/** A date field if every value is a date of the form that the person chose. Undefined if they are not. */
export function datesInForm({ column: { values }, defaultCountry }: TypeEvidence, form: DateForm): InferredType {
  const { type, wrong } = datesOf(values, form, defaultCountry);
  const { length } = values;
  if (wrong.length === 0)
    return inferred(type, `You chose that ${ORDERS[form]}. ${countOf(length, length)} ${are(length)} such dates.`);
  const found = `${countOf(wrong.length, length)} ${are(wrong.length)} no such dates`;
  return inferred('text', `You chose that ${ORDERS[form]}. ${found}, so the field stays text.`, wrong);
}

/** The type that the person chose, with the values that contradict it. */
export function chosenType({ column: { values }, defaultCountry }: TypeEvidence, type: FieldType): InferredType {
  const listValues =
    type === 'list' || type === 'multi-list'
      ? distinctChoices(values, type).filter(isChoice).slice(0, MOST_CHOICES)
      : [];
  const { contradicting } = fitOf(values, type, defaultCountry, listValues);
  const found = contradicting.length === 0 ? '' : ` ${countOf(contradicting.length, values.length)} contradict it.`;
  return inferred(type, `You chose the type.${found}`, contradicting, listValues);
}

/** The values for which an import rejects the record; a telephone or e-mail field keeps those that it cannot read. */
export const rejectedValues = (field: Field, values: readonly LocatedValue[], defaultCountry: string): LocatedValue[] =>
  values.filter(({ value }) => checkValue(field, value, defaultCountry).problem);
