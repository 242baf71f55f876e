import { instantOf, type WallTime, wallTimeOf } from '../../shared/domain/local-time.ts';
import type { Recurrence, When } from './when.ts';

/** A future run: its time in UTC, and the local time in the schedule's time zone. */
export interface NextRun {
  readonly at: string;
  readonly local: string;
}

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

function isOnDay(when: Recurrence, day: WallTime): boolean {
  const date = new Date(day);
  if (when.frequency === 'weekly') return when.weekdays.some((name) => WEEKDAY_NAMES[date.getUTCDay()] === name);
  if (when.frequency !== 'monthly') return true;
  if (when.day === 'last') return new Date(day + DAY_MS).getUTCDate() === 1;
  return date.getUTCDate() === when.day;
}

function timesOfDay(when: Recurrence): number[] {
  if (when.frequency !== 'hourly') {
    const [hour = 0, minute = 0] = when.time.split(':').map(Number);
    return [hour * HOUR_MS + minute * MINUTE_MS];
  }
  const { everyHours, minute } = when;
  return Array.from({ length: 24 / everyHours }, (_, index) => index * everyHours * HOUR_MS + minute * MINUTE_MS);
}

/** Every local date and time of a recurrence from the day of `from` on, without end. */
function* wallTimes(when: Recurrence, from: WallTime): Generator<WallTime> {
  for (let day = Math.floor(from / DAY_MS) * DAY_MS; ; day += DAY_MS) {
    if (isOnDay(when, day)) for (const time of timesOfDay(when)) yield day + time;
  }
}

const wallOf = (local: string): WallTime => Date.parse(`${local}Z`);

/** The time of a single run; undefined if the clocks are put forward past it. */
export function instantOfOnce(once: string, timeZone: string): number | undefined {
  return instantOf(wallOf(once), timeZone);
}

function runAt(instant: number, timeZone: string): NextRun {
  return {
    at: new Date(instant).toISOString(),
    local: new Date(wallTimeOf(instant, timeZone)).toISOString().slice(0, 19),
  };
}

/**
 * The runs after a time, by the rules of EventBridge Scheduler: a local time that the clocks are put forward past is
 * left out, and one that occurs twice because they are put back runs once.
 */
export function nextRuns(when: When, timeZone: string, after: Date, count: number): NextRun[] {
  const isAhead = (instant: number | undefined): instant is number =>
    instant !== undefined && instant > after.getTime();
  if ('once' in when) {
    const instant = instantOfOnce(when.once, timeZone);
    return isAhead(instant) ? [runAt(instant, timeZone)] : [];
  }
  const runs: NextRun[] = [];
  // Starts a day earlier, since the clocks may just have been put back.
  for (const wall of wallTimes(when, wallTimeOf(after.getTime(), timeZone) - DAY_MS)) {
    const instant = instantOf(wall, timeZone);
    if (isAhead(instant)) runs.push(runAt(instant, timeZone));
    if (runs.length === count) break;
  }
  return runs;
}
