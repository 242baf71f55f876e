import type { CustomerRecord } from './customer-record.ts';
import type { HistoryEvent } from './history-event.ts';

/** The three values of a field of which two writers started from the same version. An absent value is none. */
export interface ConflictSides {
  readonly code: string;
  /** The value that the caller had read; null for none, undefined if an import has written since. */
  readonly base: string | null | undefined;
  readonly theirs: string | null;
  readonly yours: string | null;
}

/**
 * The value of a field at an earlier version, from the changes of people after it. An import leaves no event: after the
 * first version without one nothing is known.
 * @param events by version
 */
function baseOf(
  code: string,
  version: number,
  current: CustomerRecord,
  events: ReadonlyMap<number, HistoryEvent>,
): string | null | undefined {
  for (let next = version + 1; next <= current.version; next += 1) {
    const event = events.get(next);
    if (!event) return undefined;
    const change = event.changes.find((each) => each.code === code);
    if (change) return change.old ?? null;
  }
  return current.values[code] ?? null;
}

/** @param version that the caller had read @param events the changes after it, in any order */
export function conflictSides(
  values: Readonly<Record<string, string | null>>,
  version: number,
  current: CustomerRecord,
  events: readonly HistoryEvent[],
): ConflictSides[] {
  const byVersion = new Map(events.map((event) => [event.version, event]));
  return Object.entries(values).map(([code, yours]) => ({
    code,
    base: version > 0 ? baseOf(code, version, current, byVersion) : undefined,
    theirs: current.values[code] ?? null,
    yours: yours || null,
  }));
}
