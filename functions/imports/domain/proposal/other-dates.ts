import type { LocatedValue } from '../preview/value-examples.ts';
import { dateFormsOf } from './date-forms.ts';
import { are, countOf, inferred, type TypeRule } from './inferred-type.ts';

/** Day, month and year in the forms of spreadsheets and letters. */
const OTHER_FORM = /^(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const MONTHS = 12;
const LEAST_SHARE = 0.8;

export const isOtherDate = ({ value }: LocatedValue): boolean => OTHER_FORM.test(value);

const TO_CHOOSE = 'Choose which number is the day to make it a date field; until then it is text.';
const TO_CORRECT =
  'A date field takes YYYY-MM-DD alone, so the field stays text until all values of the file have that form.';

/** Dates in another form than YYYY-MM-DD. Which number is the day is never guessed: the field is text. */
export const otherDates: TypeRule = (evidence) => {
  const { values } = evidence.column;
  const dates = values.filter(isOtherDate);
  if (values.length === 0 || dates.length / values.length < LEAST_SHARE) return undefined;
  const found = `${countOf(dates.length, values.length)} ${are(dates.length)} ${dates.length === 1 ? 'a date' : 'dates'}`;
  const reason = `${found} in another form than YYYY-MM-DD. ${orderOf(dates)} ${dateFormsOf(evidence).length > 0 ? TO_CHOOSE : TO_CORRECT}`;
  return inferred('text', reason, dates);
};

/** A number above twelve is the day. */
function orderOf(dates: readonly LocatedValue[]): string {
  const [first, second] = [1, 3].map((group) =>
    Math.max(...dates.map(({ value }) => Number(OTHER_FORM.exec(value)?.[group]))),
  );
  if ((first ?? 0) > MONTHS && (second ?? 0) <= MONTHS) return 'The day seems to come first.';
  if ((second ?? 0) > MONTHS && (first ?? 0) <= MONTHS) return 'The month seems to come first.';
  return 'Nothing tells the day from the month.';
}
