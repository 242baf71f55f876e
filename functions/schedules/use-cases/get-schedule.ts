import { DomainError } from '../../shared/domain/errors.ts';
import { log } from '../../shared/observability/logger.ts';
import type { StoredSchedule } from '../domain/schedule.ts';
import { type FollowPorts, follow } from './follow.ts';

/** Where a schedule is asked for. */
export interface SchedulePath {
  readonly prefix: string;
  readonly scheduleId: string;
}

/** A schedule as it is recorded; one that is being deleted is gone. @throws DomainError `schedule.not-found` */
export async function findSchedule(ports: FollowPorts, { prefix, scheduleId }: SchedulePath): Promise<StoredSchedule> {
  const found = await ports.schedules.read(prefix, scheduleId);
  const there = found?.pending === 'remove' ? await follow(ports, found) : found;
  if (there) return there;
  throw new DomainError('not-found', 'schedule.not-found', `CRM table ${prefix} has no such schedule.`);
}

/**
 * A schedule for somebody to look at, who thereby mends what a writer that died has left. That it cannot be mended now is
 * no reason not to show it.
 * @returns undefined if it is gone
 */
export async function mended(ports: FollowPorts, found: StoredSchedule): Promise<StoredSchedule | undefined> {
  try {
    return await follow(ports, found);
  } catch (error) {
    const { prefix, scheduleId } = found.schedule;
    log.error('schedule.not-followed', { prefix, scheduleId }, error);
    return found;
  }
}
