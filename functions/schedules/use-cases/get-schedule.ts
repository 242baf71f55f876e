import { DomainError } from '../../shared/domain/errors.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { log } from '../../shared/observability/logger.ts';
import type { SchedulePath, StoredSchedule } from '../domain/schedule.ts';
import { type ReconcilePorts, reconcile } from './reconcile.ts';

/** A schedule as it is recorded; one that is being deleted is gone. @throws DomainError `schedule.not-found` */
export async function findSchedule(ports: ReconcilePorts, path: SchedulePath): Promise<Revised<StoredSchedule>> {
  const found = await ports.schedules.read(path);
  const there = found?.value.pending === 'remove' ? await reconcile(ports, found) : found;
  if (there) return there;
  throw new DomainError('not-found', 'schedule.not-found', `CRM table ${path.prefix} has no such schedule.`);
}

/**
 * Reads a schedule, and completes what a writer that died has left pending. A failure to complete it is logged, and the
 * schedule is shown all the same.
 * @returns undefined if it is gone
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
