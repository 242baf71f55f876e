import type * as z from 'zod';

type Issue = z.core.$ZodRawIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  nan: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
  date: 'a date',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'This must be a date, for example 2026-12-01.',
  datetime: 'This must be a date and time with its time zone, for example 2026-12-01T06:00:00Z.',
  base64: 'This must be Base64.',
  url: 'This must be a web address, for example https://example.com/.',
  email: 'This must be an e-mail address, for example ann@example.com.',
  uuid: 'This must be a UUID.',
};

/** The unit that a limit counts, by what has the limit; a number has none. */
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['item', 'items'],
  set: ['item', 'items'],
  map: ['item', 'items'],
};

function limit(origin: string, amount: number | bigint): string {
  const [one, many] = UNITS[origin] ?? [];
  const unit = amount === 1 ? one : many;
  return unit === undefined ? String(amount) : `${amount} ${unit}`;
}

function choice(values: readonly unknown[]): string {
  const shown = values.map((value) => JSON.stringify(value)).join(', ');
  return values.length === 1 ? `This must be ${shown}.` : `This must be one of ${shown}.`;
}

/**
 * What is wrong with a value, for a user: the error map of every parse of user input. zod uses it where the schema has no
 * message of its own, and its own messages ("expected number, received NaN") are never shown.
 */
export function plainMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${TYPES[issue.expected] ?? 'of another type'}.`;
    case 'invalid_value':
      return choice(issue.values);
    case 'too_big':
      if (UNITS[issue.origin]) return `This must not have more than ${limit(issue.origin, issue.maximum)}.`;
      return `This must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}.`;
    case 'too_small':
      if (UNITS[issue.origin]) return `This must have at least ${limit(issue.origin, issue.minimum)}.`;
      return `This must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'This does not have the required format.';
    case 'invalid_union':
      return Array.isArray(issue.options) ? choice(issue.options) : 'This matches none of the allowed forms.';
    case 'unrecognized_keys':
      return 'This field does not exist. Remove it.';
    default:
      return 'This value is not valid.';
  }
}
