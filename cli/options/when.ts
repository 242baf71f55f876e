import type { Weekday, When } from '../api/schedules.ts';
import { usageError } from '../errors.ts';

export interface WhenFlags {
  readonly once?: string;
  readonly hourly?: string;
  readonly daily?: string;
  readonly weekly?: string;
  readonly monthly?: string;
}

const TIME = '([01]?\\d|2[0-3]):([0-5]\\d)';
const DAYS: Readonly<Record<string, Weekday>> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
};

const READERS = {
  once: readOnce,
  hourly: readHourly,
  daily: readDaily,
  weekly: readWeekly,
  monthly: readMonthly,
} as const;

/** When a schedule runs, from the one option that gives it. @throws CliError */
export function readWhen(flags: WhenFlags): When {
  const given = (['once', 'hourly', 'daily', 'weekly', 'monthly'] as const).filter((name) => flags[name] !== undefined);
  const [name, another] = given;
  if (name === undefined || another !== undefined) {
    throw usageError(
      `Give exactly one option for the time; given: ${given.length === 0 ? 'none' : given.map((each) => `--${each}`).join(' and ')}.`,
      'Use one of --once "2026-12-01 06:00", --hourly :15, --daily 06:00, --weekly mon,thu@06:00, --monthly 1@06:00 or last@06:00',
    );
  }
  return READERS[name](flags[name] ?? '');
}

function readOnce(text: string): When {
  const [, date, time] = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})[ T](${TIME})$`).exec(text) ?? [];
  if (date === undefined || time === undefined) throw wrong('--once', text, '"2026-12-01 06:00"');
  return { frequency: 'once', once: `${date}T${time.padStart(5, '0')}` };
}

function readHourly(text: string): When {
  const [, minute] = /^:?([0-5]?\d)$/.exec(text) ?? [];
  if (minute === undefined) throw wrong('--hourly', text, ':15 for a quarter past each hour');
  return { frequency: 'hourly', minute: Number(minute) };
}

function readDaily(text: string): When {
  return { frequency: 'daily', time: readTime('--daily', text, '06:00') };
}

function readWeekly(text: string): When {
  const [days = '', time = ''] = text.split('@');
  const weekdays = days.split(',').map((day) => DAYS[day.trim().slice(0, 3).toLowerCase()]);
  const known = weekdays.filter((day) => day !== undefined);
  if (known.length < weekdays.length) throw wrong('--weekly', text, 'mon,thu@06:00');
  return {
    frequency: 'weekly',
    weekdays: [...new Set(known)],
    time: readTime('--weekly', time, 'mon,thu@06:00', text),
  };
}

function readMonthly(text: string): When {
  const [, day, time = ''] = /^([1-9]|[12]\d|3[01]|last)@(.*)$/i.exec(text) ?? [];
  if (day === undefined) throw wrong('--monthly', text, '1@06:00 or last@06:00');
  const read = readTime('--monthly', time, '1@06:00 or last@06:00', text);
  return { frequency: 'monthly', day: /^last$/i.test(day) ? 'last' : Number(day), time: read };
}

function readTime(option: string, time: string, example: string, all = time): string {
  if (!new RegExp(`^${TIME}$`).test(time)) throw wrong(option, all, example);
  return time.padStart(5, '0');
}

const wrong = (option: string, text: string, example: string) =>
  usageError(`The value "${text}" of ${option} is invalid.`, `Example: ${example}`);
