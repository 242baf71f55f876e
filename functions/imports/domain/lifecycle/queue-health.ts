import type { Import } from '../import.ts';

/** Starting an import takes seconds, with all its retries minutes. */
const LONGEST_WAIT_SECONDS = 15 * 60;
/** A chunk takes at most three minutes, and is tried again a few times: an hour without one is no slow import. */
const LONGEST_SILENCE_SECONDS = 60 * 60;

/** What is known of a CRM table in whose queue something waits, or on which an import runs. Times are ISO 8601, UTC. */
export interface QueueSigns {
  /** When the import at the head of the queue was made, or the one that runs was granted the table. */
  readonly since: string;
  /** When the last import of the table ended; after a drain, when that is over, which may lie ahead. */
  readonly lastEndedAt: string | undefined;
  /** What runs on the table, and when it last left a working object. */
  readonly running?: { readonly record: Import; readonly lastObjectAt: string | undefined } | undefined;
}

/** For how many seconds nothing has moved, where that is too long; undefined where all is well. */
export function stuckSeconds({ since, lastEndedAt, running }: QueueSigns, now: Date): number | undefined {
  // A resumed import keeps the time at which it was made and first started: the end before it says when the table was last alive.
  const signs = running
    ? [running.record.startedAt, running.record.progress?.startedAt, running.lastObjectAt, lastEndedAt]
    : [since, lastEndedAt];
  const newest = Math.max(...signs.map((sign) => (sign === undefined ? 0 : Date.parse(sign))));
  const seconds = Math.round((now.getTime() - newest) / 1000);
  return seconds > (running ? LONGEST_SILENCE_SECONDS : LONGEST_WAIT_SECONDS) ? seconds : undefined;
}
