import { Cron } from 'croner';

/** The characters that the six fields of AWS's cron may contain, in their order; the library checks the numbers. */
const FIELDS: readonly (readonly [name: string, allowed: RegExp])[] = [
  ['minutes', /^[\d,\-*/]+$/],
  ['hours', /^[\d,\-*/]+$/],
  ['day-of-month', /^[\d,\-*?/LW]+$/],
  ['month', /^[\dA-Z,\-*/]+$/],
  ['day-of-week', /^[\dA-Z,\-*?#]+$/],
  ['year', /^[\d,\-*/]+$/],
];

/**
 * Parses `15 10 ? * MON-FRI *` (minutes, hours, day of the month, month, day of the week, year) as AWS does: exactly one of
 * the two days is `?`, Sunday is 1, and L, W and # are supported.
 * The result counts in UTC; the caller converts it to a time zone.
 * @throws Error with the reason
 */
export function readCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS.length)
    throw new Error(`it has ${fields.length} fields where cron has ${FIELDS.length}`);
  for (const [index, [name, allowed]] of FIELDS.entries()) {
    if (!allowed.test(fields[index] ?? '')) throw new Error(`${fields[index]} is not a valid value for ${name}`);
  }
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new Error('exactly one of day-of-month and day-of-week must be ?');
  }
  const lastWeekday = dayOfWeek === 'L' ? 'SAT' : dayOfWeek;
  return new Cron(`0 ${minutes} ${hours} ${dayOfMonth} ${month} ${lastWeekday} ${year}`, {
    mode: '7-part',
    timezone: 'UTC',
    alternativeWeekdays: true,
    sloppyRanges: true,
  });
}
