import type { components } from '../../shared/api/schema.ts';
import { LATER } from './text.ts';

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

/** When and which file a schedule imports, as its form holds it. */
export interface Later {
  readonly isLater: boolean;
  readonly name: string;
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
  readonly source: Schemas['ScheduleSource']['kind'];
}

export const newLater = (): Later => ({
  isLater: false,
  name: '',
  frequency: 'daily',
  date: '',
  time: '06:00',
  everyHours: 1,
  minute: '0',
  weekdays: ['monday'],
  day: '1',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  source: 'newest',
});

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The recurrence as the API takes it; undefined while something is missing. */
export function whenOf({ frequency, date, time, everyHours, minute, weekdays, day }: Later): When | undefined {
  if (frequency === 'hourly') {
    return /^[0-5]?\d$/.test(minute) ? { frequency, minute: Number(minute), everyHours } : undefined;
  }
  if (!TIME.test(time)) return undefined;
  if (frequency === 'daily') return { frequency, time };
  if (frequency === 'once') return DATE.test(date) ? { frequency, once: `${date}T${time}` } : undefined;
  if (frequency === 'weekly') return weekdays.length > 0 ? { frequency, weekdays: inWeek(weekdays), time } : undefined;
  return { frequency, day: day === 'last' ? day : Number(day), time };
}

const inWeek = (weekdays: readonly Weekday[]): Weekday[] => WEEKDAYS.filter((day) => weekdays.includes(day));

/** `Every Monday and Friday at 06:30, local time of Europe/London` */
export const recurrenceText = (when: When, timeZone: string): string => `${recurrence(when)}, ${LATER.zone(timeZone)}`;

function recurrence(when: When): string {
  switch (when.frequency) {
    case 'once':
      return `Once, on ${dateText(when.once)} at ${when.once.slice(11, 16)}`;
    case 'hourly':
      return `${when.everyHours === 1 ? 'Every hour' : `Every ${when.everyHours} hours`}, ${when.minute} minutes past`;
    case 'daily':
      return `Every day at ${when.time}`;
    case 'weekly':
      return `Every ${listText(when.weekdays.map((day) => LATER.weekdays[day]))} at ${when.time}`;
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

/** The file or files of each run. @param fileName of the file that the wizard has read */
export function sourceOf(
  { source }: Pick<Later, 'source'>,
  folder: string,
  file: { readonly key?: string; readonly name: string },
): Schemas['ScheduleSource'] {
  return source === 'key' ? { kind: 'key', key: file.key ?? folder + file.name } : { kind: source };
}

/** What is missing; undefined if nothing is. */
export function laterFault(later: Later, definitionName: string): string | undefined {
  if (!later.isLater) return undefined;
  if (later.name.trim() === '') return LATER.nameRule;
  if (whenOf(later) === undefined) return LATER.whenRule;
  return definitionName.trim() === '' ? LATER.definitionRule : undefined;
}
