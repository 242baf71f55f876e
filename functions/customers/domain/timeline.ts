import type { StoredEvent } from './history-event.ts';
import type { ImportLine } from './import-line.ts';

/** An entry of a customer's history: the act of a person, or the line of an import. */
export type TimelineEntry = { readonly event: StoredEvent } | { readonly line: ImportLine };

/** From which a list of both goes on: after an event, with the lines of lower versions. */
export interface TimelinePosition {
  /** The place of the last event that was listed; undefined before the first one. */
  readonly place: string | undefined;
  /** The version of the last line that was listed; undefined before the first one. */
  readonly below: number | undefined;
}

const SEPARATOR = '|';
/** An inverted time, a NUL and an id, all absent before the first event; then a version. */
export const TIMELINE_POSITION = /^(\d{13}\0[\w-]{1,100})?\|\d{0,10}$/;

export function parsePosition(position: string | undefined): TimelinePosition {
  const [place, below] = (position ?? SEPARATOR).split(SEPARATOR);
  return { place: place || undefined, below: below ? Number(below) : undefined };
}

export const writePosition = ({ place = '', below = '' }: Partial<Record<keyof TimelinePosition, string | number>>) =>
  `${place}${SEPARATOR}${below}`;

/** Every write raises the version; an event from before the import's start also shows the order, whatever the versions. */
function isNewer({ version, at }: ImportLine, event: StoredEvent): boolean {
  return version > event.version || (at !== undefined && Date.parse(event.at) < Date.parse(at));
}

/** Newest first. */
export const linesBelow = (lines: readonly ImportLine[], below = Number.POSITIVE_INFINITY): readonly ImportLine[] =>
  lines.filter(({ version }) => version < below).sort((a, b) => b.version - a.version);

/**
 * Merges events and lines, both newest first, up to `limit` entries.
 * @param isEnd whether there are no events after these
 */
export function mergeTimeline(
  events: readonly StoredEvent[],
  lines: readonly ImportLine[],
  isEnd: boolean,
  limit: number,
): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let next = 0;
  for (const event of events) {
    for (let line = lines[next]; line && isNewer(line, event); line = lines[next]) {
      entries.push({ line });
      next += 1;
    }
    entries.push({ event });
  }
  if (isEnd) entries.push(...lines.slice(next).map((line) => ({ line })));
  return entries.slice(0, limit);
}
