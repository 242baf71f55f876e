import { DomainError } from '../../shared/domain/errors.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { log } from '../../shared/observability/logger.ts';
import type { SchedulePath, StoredSchedule } from '../domain/schedule.ts';
import { type ReconcilePorts, reconcile } from './reconcile.ts';

/** A stored schedule; one that is being deleted does not count. @throws DomainError `schedule.not-found` */
export async function findSchedule(ports: ReconcilePorts, path: SchedulePath): Promise<Revised<StoredSchedule>> {
  const found = await ports.schedules.read(path);
  const there = found?.value.pending === 'remove' ? await reconcile(ports, found) : found;
  if (there) return there;
  throw new DomainError('not-found', 'schedule.not-found', `CRM table ${path.prefix} has no schedule with this id.`);
}

/**
 * Reads a schedule, and completes the pending work of a writer that failed. A failure to complete it is only logged.
 * @returns undefined if the schedule is deleted
 */
export async function reconciled(
  ports: ReconcilePorts,
  found: Revised<StoredSchedule>,
): Promise<Revised<StoredSchedule> | undefined> {
  try {
    return await reconcile(ports, found);
  } catch (error) {
    const { prefix, scheduleId } = found.value;
    log.error('schedule.not-reconciled', { prefix, scheduleId }, error);
    return found;
  }
}
