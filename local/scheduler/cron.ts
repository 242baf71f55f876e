import { Cron } from 'croner';

/** What may stand in the six fields of AWS's cron, in their order; the numbers themselves are the library's to check. */
const FIELDS: readonly (readonly [name: string, allowed: RegExp])[] = [
  ['minutes', /^[\d,\-*/]+$/],
  ['hours', /^[\d,\-*/]+$/],
  ['day-of-month', /^[\d,\-*?/LW]+$/],
  ['month', /^[\dA-Z,\-*/]+$/],
  ['day-of-week', /^[\dA-Z,\-*?#]+$/],
  ['year', /^[\d,\-*/]+$/],
];

/**
 * Reads `15 10 ? * MON-FRI *` (minutes, hours, day of the month, month, day of the week, year) as AWS does: exactly one of
 * the two days is `?`, Sunday is 1, and L, W and # are known.
 * It is counted in UTC; whose clocks they are is for the caller to say.
 * @throws Error that says what is wrong
 */
export function readCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS.length)
    throw new Error(`it has ${fields.length} fields where cron has ${FIELDS.length}`);
  for (const [index, [name, allowed]] of FIELDS.entries()) {
    if (!allowed.test(fields[index] ?? '')) throw new Error(`${fields[index]} is no ${name}`);
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
