import { checkValue, DATE_FORMS, type FieldType, withIsoDate } from '../../../crm-tables/index.ts';
import type { DateForm } from '../../../definitions/index.ts';
import type { LocatedValue } from '../preview/value-examples.ts';
import { are, countOf, type InferredType, inferred, type TypeEvidence } from './inferred-type.ts';
import { NEARLY_ALL, probe } from './type-fit.ts';

const ORDERS: Readonly<Record<DateForm, string>> = {
  'day-first': 'the day comes first',
  'month-first': 'the month comes first',
};

const HAS_TIME = /^\d[\d./-]*[ T]\d{1,2}:\d/;

/** A form in which nearly all values of a column are dates. */
export interface FittingForm {
  readonly form: DateForm;
  /** The values that are no dates in it: an import rejects their records. */
  readonly contradicting: readonly LocatedValue[];
}

type ColumnEvidence = Omit<TypeEvidence, 'hints'>;

/** The values as dates of a form, and those that are none. The type has a time if any date has one. */
function datesOf({ column: { values }, defaultCountry }: ColumnEvidence, form: DateForm) {
  const type: FieldType = values.some(({ value }) => HAS_TIME.test(value)) ? 'date-time' : 'date';
  const field = probe(type, []);
  const isWrong = ({ value }: LocatedValue) =>
    checkValue(field, withIsoDate(value, form), defaultCountry).problem !== undefined;
  return { type, contradicting: values.filter(isWrong) };
}

/** The forms in which nearly all values of a column are dates; none for dates of a date field, which need no form. */
export function dateFormsOf(evidence: ColumnEvidence): FittingForm[] {
  const { values } = evidence.column;
  const isOther = ({ value }: LocatedValue) => DATE_FORMS.some((form) => withIsoDate(value, form) !== value);
  if (!values.some(isOther)) return [];
  return DATE_FORMS.map((form) => ({ form, contradicting: datesOf(evidence, form).contradicting })).filter(
    ({ contradicting }) => contradicting.length <= (1 - NEARLY_ALL) * values.length,
  );
}

/** A date field, if nearly all values are dates of the form that the person chose. The others contradict it. */
export function datesInForm(evidence: ColumnEvidence, form: DateForm): InferredType {
  const { length } = evidence.column.values;
  const { type, contradicting } = datesOf(evidence, form);
  const fitting = length - contradicting.length;
  const dates = (count: number) => (count === 1 ? 'such a date' : 'such dates');
  const chose = `You chose that ${ORDERS[form]}.`;
  if (dateFormsOf(evidence).some((found) => found.form === form)) {
    const others = contradicting.length === 0 ? '' : ' An import rejects the records of the others.';
    const found = `${chose} ${countOf(fitting, length)} ${are(fitting)} ${dates(fitting)}.${others}`;
    return inferred(type, found, contradicting);
  }
  const wrong = `${countOf(contradicting.length, length)} ${are(contradicting.length)} not ${dates(contradicting.length)}`;
  return inferred('text', `${chose} ${wrong}, so the field stays text.`, contradicting);
}
