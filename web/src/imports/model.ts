import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { components } from '../shared/api/schema.ts';

export type ImportSummary = components['schemas']['ImportSummary'];
export type ImportStatus = ImportSummary['status'];

/** Statuses of imports at which something happens without a person. */
const ACTIVE: ReadonlySet<ImportStatus> = new Set(['received', 'queued', 'running']);

export const isActive = ({ status }: Pick<ImportSummary, 'status'>): boolean => ACTIVE.has(status);

/** How many customers these imports have inserted. An import that was only tried out has counts, but stores nothing. */
export const insertedBy = (imports: readonly Pick<ImportSummary, 'counts' | 'requested'>[]): number =>
  imports
    .filter(({ requested }) => requested?.options?.dryRun !== true)
    .reduce((sum, { counts }) => sum + (counts?.inserted ?? 0), 0);

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
