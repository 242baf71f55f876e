import {
  type Field,
  normaliseForSearch,
  normaliseText,
  planOfCountry,
  withoutInvisible,
} from '../../crm-tables/index.ts';

/**
 * Forms in which two values of a field are compared. All are undefined for a value that does not fit the type: such a value
 * is compared as text alone.
 */

const TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?$/;
const YES = /^(?:yes|true|y|1)$/i;
const NO = /^(?:no|false|n|0)$/i;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

const DAY_MILLISECONDS = 86_400_000;

/** A point or a stretch on the number line: a day is a stretch where dates and times are compared. */
export interface Span {
  readonly from: number;
  /** Exclusive, or equal to `from` for a point. */
  readonly to: number;
}

const point = (at: number): Span | undefined => (Number.isNaN(at) ? undefined : { from: at, to: at });

/** Undefined for a day that no calendar has: `Date.parse` reads 31 February as 3 March. */
function startOfDay(day: string): number | undefined {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day) ? undefined : at;
}

function spanOfDateTime(text: string): Span | undefined {
  if (DAY.test(text)) {
    const from = startOfDay(text);
    return from === undefined ? undefined : { from, to: from + DAY_MILLISECONDS };
  }
  const [, day, time, offset = 'Z'] = DATE_TIME.exec(text) ?? [];
  return day === undefined || startOfDay(day) === undefined ? undefined : point(Date.parse(`${day}T${time}${offset}`));
}

function spanOfTime(text: string): Span | undefined {
  const [whole, hours, minutes, seconds = '0'] = TIME.exec(text) ?? [];
  return whole === undefined ? undefined : point(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** The place of a value in the order of its type. A date and time without an offset counts as UTC. */
export function spanOf({ type }: Pick<Field, 'type'>, value: string): Span | undefined {
  const text = withoutInvisible(value).trim();
  switch (type) {
    case 'number':
    case 'currency':
      return NUMBER.test(text) ? point(Number(text)) : undefined;
    case 'date':
      return DAY.test(text) ? point(startOfDay(text) ?? Number.NaN) : undefined;
    case 'time':
      return spanOfTime(text);
    case 'date-time':
      return spanOfDateTime(text);
    default:
      return undefined;
  }
}

/** The form in which equality is decided. */
export function equalForm(field: Field, value: string, defaultCountry: string): string {
  const text = withoutInvisible(value).trim();
  if (field.type === 'telephone') return normaliseForSearch(field, value, defaultCountry) ?? normaliseText(value);
  if (field.type === 'yes-no') return YES.test(text) ? 'yes' : NO.test(text) ? 'no' : normaliseText(value);
  if (field.type === 'multi-list') return choicesOf(value).sort(byCodeUnits).join(';');
  return normaliseText(value);
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The choices of a value of a multi-list. */
export const choicesOf = (value: string): string[] => value.split(';').map(normaliseText);

const digitsOf = (value: string): string => value.replace(/\D/g, '');

/** The beginning of a national number, with the calling code in the place of the national prefix. */
function nationalForm(digits: string, defaultCountry: string): string {
  const plan = planOfCountry(defaultCountry);
  return plan ? `+${plan.callingCode}${digits.replace(plan.nationalPrefix ?? /^0/, '')}` : digits;
}

/** The beginnings of a telephone number, or of the typed beginning of one, without punctuation: `+4420`. */
export function telephoneForms(field: Field, value: string, defaultCountry: string): readonly string[] {
  const whole = normaliseForSearch(field, value, defaultCountry);
  const typed = withoutInvisible(value).trim();
  const digits = digitsOf(typed);
  const isInternational = typed.startsWith('+') || digits.startsWith('00');
  const asTyped = isInternational ? `+${digits.replace(/^00/, '')}` : nationalForm(digits, defaultCountry);
  return [...new Set([...(whole === undefined ? [] : [whole]), asTyped])];
}

/** The digits that a part of a telephone number may have in a stored one: without the national zero. */
export const telephoneDigits = (value: string): string => digitsOf(value).replace(/^0+/, '');
