/** `-?digits[.digits]`: no thousands separators, no exponent, no plus sign. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** A number with at most four decimals (the most of any currency in use: CLF and UYW). No symbol, no separators. */
const CURRENCY = /^-?\d+(?:\.\d{1,4})?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
/** ISO 8601, with `T` or, as spreadsheets write it, one space; fraction and offset are optional. */
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
const YES_NO = /^(?:yes|no|true|false|y|n|1|0)$/i;
/** Excludes spaces and the characters that RFC 5322 allows only within quotes: they are usually typing errors. */
const EMAIL_LOCAL = /^[^\s@<>()[\]\\,;:"]+$/;
const EMAIL_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
/** RFC 5321: longest address, and longest part before the `@`. */
const LONGEST_EMAIL = 254;
const LONGEST_EMAIL_LOCAL = 64;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

export function isNumber(value: string): boolean {
  return NUMBER.test(value);
}

export function isCurrency(value: string): boolean {
  return CURRENCY.test(value);
}

/** A calendar day, `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
  const match = DATE.exec(value);
  if (!match) return false;
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(Number(match[1]), Number(match[2]));
}

/** `HH:MM` or `HH:MM:SS`, 24 hours. */
export function isTime(value: string): boolean {
  return TIME.test(value);
}

export function isDateTime(value: string): boolean {
  const match = DATE_TIME.exec(value);
  return match?.[1] !== undefined && isDate(match[1]);
}

/** yes, no, true, false, y, n, 1 or 0, in any case. */
export function isYesNo(value: string): boolean {
  return YES_NO.test(value);
}

/** An absolute http or https address. */
export function isUrl(value: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value);
}

export function isEmail(value: string): boolean {
  const at = value.lastIndexOf('@');
  if (at < 1 || at > LONGEST_EMAIL_LOCAL || value.length > LONGEST_EMAIL) return false;
  if (!EMAIL_LOCAL.test(value.slice(0, at))) return false;
  const labels = value.slice(at + 1).split('.');
  return labels.length > 1 && labels.every((label) => EMAIL_LABEL.test(label));
}

/** Separates the choices of a `multi-list` value; spaces around it are ignored. */
export const LIST_SEPARATOR = ';';

/** Exactly one of the choices, in the same case. */
export function isListed(value: string, listValues: readonly string[]): boolean {
  return listValues.includes(value);
}

/** Choices separated by `;`, each in the same case, none repeated, none empty. */
export function areListed(value: string, listValues: readonly string[]): boolean {
  const parts = value.split(LIST_SEPARATOR).map((part) => part.trim());
  return new Set(parts).size === parts.length && parts.every((part) => listValues.includes(part));
}
