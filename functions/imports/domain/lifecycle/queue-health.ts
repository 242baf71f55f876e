import type { Import } from '../import.ts';

/** Starting an import takes seconds, with all its retries minutes. */
const LONGEST_WAIT_SECONDS = 15 * 60;
/**
 * A chunk takes at most three minutes and is retried a few times: after an hour without a finished chunk an import is
 * stuck.
 */
const LONGEST_SILENCE_SECONDS = 60 * 60;

/** The signs of life of a CRM table with a queued or running import. Times are ISO 8601, UTC. */
export interface QueueSigns {
  /** When the import at the head of the queue was created, or the running one was granted the table. */
  readonly since: string;
  /** When the last import of the table ended; with a drain, the end of the drain, which may be in the future. */
  readonly lastEndedAt: string | undefined;
  /** The running import, and the time of its latest work object. */
  readonly running?: { readonly record: Import; readonly lastObjectAt: string | undefined } | undefined;
}

/** The seconds without progress, if they are too many; undefined otherwise. */
export function stuckSeconds({ since, lastEndedAt, running }: QueueSigns, now: Date): number | undefined {
  // A resumed import keeps its creation and start times, so the end of the import before it is the latest sign of life.
  const signs = running
    ? [running.record.startedAt, running.record.progress?.startedAt, running.lastObjectAt, lastEndedAt]
    : [since, lastEndedAt];
  const newest = Math.max(...signs.map((sign) => (sign === undefined ? 0 : Date.parse(sign))));
  const seconds = Math.round((now.getTime() - newest) / 1000);
  return seconds > (running ? LONGEST_SILENCE_SECONDS : LONGEST_WAIT_SECONDS) ? seconds : undefined;
}
