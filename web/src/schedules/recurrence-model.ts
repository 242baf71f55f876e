import type { components } from '../shared/api/schema.ts';
import { RECURRENCE } from './text.ts';

type Schemas = components['schemas'];
export type When = Schemas['When'];
export type Frequency = When['frequency'];
type Weekday = Schemas['WeeklyRun']['weekdays'][number];

export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
export const EVERY_HOURS = [1, 2, 3, 4, 6, 8, 12] as const;

/** When a schedule runs, as its form holds it. */
export interface Recurrence {
  readonly frequency: Frequency;
  /** `2026-12-01` */
  readonly date: string;
  /** `06:30` */
  readonly time: string;
  readonly everyHours: (typeof EVERY_HOURS)[number];
  readonly minute: string;
  readonly weekdays: readonly Weekday[];
  /** `1` to `31`, or `last`. */
  readonly day: string;
  readonly timeZone: string;
}

export const newRecurrence = (): Recurrence => ({
  frequency: 'daily',
  date: '',
  time: '06:00',
  everyHours: 1,
  minute: '0',
  weekdays: ['monday'],
  day: '1',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** A stored recurrence as the form holds it. */
export function recurrenceOf(when: When, timeZone: string): Recurrence {
  const base = { ...newRecurrence(), frequency: when.frequency, timeZone };
  switch (when.frequency) {
    case 'once':
      return { ...base, date: when.once.slice(0, 10), time: when.once.slice(11, 16) };
    case 'hourly':
      return { ...base, minute: String(when.minute), everyHours: when.everyHours ?? 1 };
    case 'daily':
      return { ...base, time: when.time };
    case 'weekly':
      return { ...base, weekdays: when.weekdays, time: when.time };
    case 'monthly':
      return { ...base, day: String(when.day), time: when.time };
  }
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MINUTE = /^[0-5]?\d$/;

/** The fields of a recurrence that can be missing or wrong, with what is right. */
export type RecurrenceFaults = Readonly<Partial<Record<'date' | 'time' | 'minute' | 'weekdays', string>>>;

export function recurrenceFaults({ frequency, date, time, minute, weekdays }: Recurrence): RecurrenceFaults {
  return {
    ...(frequency === 'hourly' && !MINUTE.test(minute) && { minute: RECURRENCE.minuteRule }),
    ...(frequency !== 'hourly' && !TIME.test(time) && { time: RECURRENCE.timeRule }),
    ...(frequency === 'once' && !DATE.test(date) && { date: RECURRENCE.dateRule }),
    ...(frequency === 'weekly' && weekdays.length === 0 && { weekdays: RECURRENCE.weekdayRule }),
  };
}

/** The recurrence as the API takes it; undefined while something is missing. */
export function whenOf(recurrence: Recurrence): When | undefined {
  if (Object.keys(recurrenceFaults(recurrence)).length > 0) return undefined;
  const { frequency, date, time, everyHours, minute, weekdays, day } = recurrence;
  switch (frequency) {
    case 'once':
      return { frequency, once: `${date}T${time}` };
    case 'hourly':
      return { frequency, minute: Number(minute), everyHours };
    case 'daily':
      return { frequency, time };
    case 'weekly':
      return { frequency, weekdays: inWeek(weekdays), time };
    case 'monthly':
      return { frequency, day: day === 'last' ? day : Number(day), time };
  }
}

const inWeek = (weekdays: readonly Weekday[]): Weekday[] => WEEKDAYS.filter((day) => weekdays.includes(day));

/** `Every Monday and Friday at 06:30, local time of Europe/London` */
export const recurrenceText = (when: When, timeZone: string): string =>
  `${recurrence(when)}, ${RECURRENCE.zone(timeZone)}`;

/** `Every Monday and Friday at 06:30` */
export function recurrence(when: When): string {
  switch (when.frequency) {
    case 'once':
      return `Once, on ${dateText(when.once)} at ${when.once.slice(11, 16)}`;
    case 'hourly':
      return `${(when.everyHours ?? 1) === 1 ? 'Every hour' : `Every ${when.everyHours} hours`}, ${when.minute} minutes past`;
    case 'daily':
      return `Every day at ${when.time}`;
    case 'weekly':
      return `Every ${listText(when.weekdays.map((day) => RECURRENCE.weekdays[day]))} at ${when.time}`;
    case 'monthly':
      return `Every month on the ${when.day === 'last' ? 'last day' : ordinal(Number(when.day))} at ${when.time}`;
  }
}

const listText = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);

/** @param local date and time without a zone, which stay as they are */
function dateText(local: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${local.slice(0, 10)}T00:00:00Z`),
  );
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const RULES = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (day: number): string => `${day}${ENDINGS[RULES.select(day)] ?? 'th'}`;

/** `Monday, 30 November 2026, 06:30` for the local time of a run. */
export const runText = (local: string): string => `${dateText(local)}, ${local.slice(11, 16)}`;
