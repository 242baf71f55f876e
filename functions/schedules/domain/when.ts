import * as z from 'zod';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const TimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time must be HH:MM, for example 06:30.');

const LOCAL_DATE_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** `Date` accepts the 30th of February, and turns it into a day of March. */
function isRealDate(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
}

const OnceSchema = z
  .strictObject({
    frequency: z.literal('once'),
    once: z
      .string()
      .regex(LOCAL_DATE_TIME, 'A date and time must be YYYY-MM-DDTHH:MM, for example 2026-12-01T06:00.')
      .refine(isRealDate, 'This day does not exist.')
      .meta({ description: 'Date and time in the time zone of the schedule.' }),
  })
  .meta({ id: 'OnceRun' });

const HourlySchema = z
  .strictObject({
    frequency: z.literal('hourly'),
    minute: z.int().min(0).max(59),
    everyHours: z
      .literal([1, 2, 3, 4, 6, 8, 12], 'This must be 1, 2, 3, 4, 6, 8 or 12, so that every day has the same hours.')
      .default(1)
      .meta({ description: 'Counted from midnight.' }),
  })
  .meta({ id: 'HourlyRun' });

const DailySchema = z.strictObject({ frequency: z.literal('daily'), time: TimeSchema }).meta({ id: 'DailyRun' });

const WeeklySchema = z
  .strictObject({
    frequency: z.literal('weekly'),
    weekdays: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .refine((days) => new Set(days).size === days.length, 'Name each weekday once.'),
    time: TimeSchema,
  })
  .meta({ id: 'WeeklyRun' });

const MonthlySchema = z
  .strictObject({
    frequency: z.literal('monthly'),
    day: z
      .union([z.int().min(1).max(31), z.literal('last')], 'A day of the month must be 1 to 31, or "last".')
      .meta({ description: 'A month that has no such day is left out; `last` is in every month.' }),
    time: TimeSchema,
  })
  .meta({ id: 'MonthlyRun' });

/** When a schedule runs, in local time of its time zone. */
export const WhenSchema = z
  .discriminatedUnion('frequency', [OnceSchema, HourlySchema, DailySchema, WeeklySchema, MonthlySchema])
  .meta({ id: 'When' });

/** An earlier release accepted and stored a single run without its `frequency`. */
export const StoredWhenSchema = z.preprocess(
  (when) => (typeof when === 'object' && when !== null && 'once' in when ? { frequency: 'once', ...when } : when),
  WhenSchema,
);
export type When = z.infer<typeof WhenSchema>;
export type Recurrence = Exclude<When, { once: string }>;
