import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { components } from '../shared/api/schema.ts';

export type ImportSummary = components['schemas']['ImportSummary'];
export type ImportStatus = ImportSummary['status'];
export type Import = components['schemas']['Import'];

/** Statuses of imports at which something happens without a person. */
const ACTIVE: ReadonlySet<ImportStatus> = new Set(['received', 'queued', 'running']);

export const isActive = ({ status }: Pick<ImportSummary, 'status'>): boolean => ACTIVE.has(status);

/** How many customers these imports have inserted. An import that was only tried out has counts, but stores nothing. */
export const insertedBy = (imports: readonly Pick<ImportSummary, 'counts' | 'requested'>[]): number =>
  imports
    .filter(({ requested }) => requested?.options?.dryRun !== true)
    .reduce((sum, { counts }) => sum + (counts?.inserted ?? 0), 0);

const SHORTEST_INTERVAL_MS = 1_000;
const LONGEST_INTERVAL_MS = 10_000;
/** A running import is read again after this share of the time that it has run so far. */
const SHARE_OF_AGE = 0.04;
/** The addresses of the files of an import expire after a quarter of an hour. */
const RENEWAL_MS = 600_000;

const ENDED: ReadonlySet<ImportStatus> = new Set([
  'completed',
  'completed-with-failures',
  'rejected',
  'failed',
  'cancelled',
  'missed',
]);

export const hasEnded = ({ status }: Pick<ImportSummary, 'status'>): boolean => ENDED.has(status);

/** After how many milliseconds an import is read again: soon after its start, and less and less often. */
export function pollInterval(each: Pick<ImportSummary, 'status' | 'createdAt' | 'startedAt'>, now: number): number {
  if (hasEnded(each)) return RENEWAL_MS;
  // Another person may confirm the import or send its file.
  if (!isActive(each)) return LONGEST_INTERVAL_MS;
  const age = now - Date.parse(each.startedAt ?? each.createdAt);
  return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, age * SHARE_OF_AGE));
}

export const STATUS_TYPES: Readonly<Record<ImportStatus, StatusIndicatorProps.Type>> = {
  'awaiting-upload': 'pending',
  received: 'in-progress',
  'awaiting-confirmation': 'warning',
  queued: 'pending',
  running: 'in-progress',
  completed: 'success',
  'completed-with-failures': 'warning',
  rejected: 'error',
  failed: 'error',
  cancelled: 'stopped',
  missed: 'error',
};

/**
 * Imports that were active at the last look and are not any more.
 * @param before the ids that were active
 */
export function endedSince(before: ReadonlySet<string>, now: readonly ImportSummary[]): readonly ImportSummary[] {
  return now.filter((each) => before.has(each.importId) && !isActive(each));
}
