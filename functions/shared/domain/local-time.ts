/**
 * Local date and time in milliseconds since 1970, as if they were UTC. Days and hours can be added as in a calendar;
 * `instantOf` converts to an instant in a time zone.
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
 * Whether the runtime knows the time zone by this name, case included. It also accepts abbreviations and reads them
 * differently: `isIanaTimeZone` checks what users enter.
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

/** The local time in a time zone at an instant, in milliseconds since 1970. */
export function wallTimeOf(instant: number, timeZone: string): WallTime {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const seconds = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return seconds + (((instant % 1000) + 1000) % 1000);
}

/**
 * The instant of a local time: the first of two when clocks are set back over it, undefined when they are set forward
 * past it.
 */
export function instantOf(wall: WallTime, timeZone: string): number | undefined {
  // The offset of the local time is one of the two that apply a day before and a day after.
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((near) => wallTimeOf(near, timeZone) - near);
  const fitting = offsets.map((offset) => wall - offset).filter((instant) => wallTimeOf(instant, timeZone) === wall);
  return fitting.length === 0 ? undefined : Math.min(...fitting);
}
