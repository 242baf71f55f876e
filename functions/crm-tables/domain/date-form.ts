import { isDate, isDateTime } from './value-formats.ts';

/** The orders of the numbers in a date such as `03/04/2026`. */
export const DATE_FORMS = ['day-first', 'month-first'] as const;
type DateForm = (typeof DATE_FORMS)[number];

/** Day, month and a year of four digits, perhaps with a time, in the forms of spreadsheets and letters. */
const FORM = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T](\d{1,2})(:\d{2}(?::\d{2})?))?$/;

/**
 * A date in the form of a date field, a date with a time in that of a date-time field. Any other value stays as it is,
 * for the rules of the field to decide. A year of two digits is any other value: its century is not known.
 */
export function withIsoDate(value: string, form: DateForm): string {
  const found = FORM.exec(value);
  if (!found) return value;
  const [, first = '', , second = '', year, hour, rest = ''] = found;
  const [day, month] = form === 'day-first' ? [first, second] : [second, first];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = hour === undefined ? date : `${date}T${hour.padStart(2, '0')}${rest}`;
  return isDate(read) || isDateTime(read) ? read : value;
}
