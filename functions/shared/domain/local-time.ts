/**
 * What a clock on a wall shows, without saying where the wall is: milliseconds since 1970 as if it were UTC. Days and
 * hours can be added to it as they stand in a calendar; `instantOf` says what moment it is in a time zone.
 */
export type WallTime = number;

const DAY_MS = 24 * 3600 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/**
 * Whether the runtime knows the time zone, and by no other case of its name. It also takes abbreviations and reads them in
 * its own way: what people give is checked by `isIanaTimeZone`.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    const { timeZone } = formatOf(name).resolvedOptions();
    // An old name resolves to its new one; the same name in another case is no name.
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/** What the clocks of a time zone show at a moment, in milliseconds since 1970. */
export function wallTimeOf(instant: number, timeZone: string): WallTime {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const seconds = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return seconds + (((instant % 1000) + 1000) % 1000);
}

/**
 * The moment at which the clocks of a time zone show this: the first of two when they are put back over it, and
 * undefined when they are put forward past it.
 */
export function instantOf(wall: WallTime, timeZone: string): number | undefined {
  // Whichever of the two offsets around a change of the clocks applies, it is one that holds a day before or after.
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((near) => wallTimeOf(near, timeZone) - near);
  const fitting = offsets.map((offset) => wall - offset).filter((instant) => wallTimeOf(instant, timeZone) === wall);
  return fitting.length === 0 ? undefined : Math.min(...fitting);
}
