import { DomainError } from '../../shared/domain/errors.ts';
import type { StoredSchedule } from '../domain/schedule.ts';
import { type FollowPorts, follow } from './follow.ts';

/** Where a schedule is asked for. */
export interface SchedulePath {
  readonly prefix: string;
  readonly scheduleId: string;
}

/** A schedule, with nothing pending. @throws DomainError `schedule.not-found` */
export async function getSchedule(ports: FollowPorts, { prefix, scheduleId }: SchedulePath): Promise<StoredSchedule> {
  const found = await ports.schedules.read(prefix, scheduleId);
  const followed = found && (await follow(ports, found));
  if (followed) return followed;
  throw new DomainError('not-found', 'schedule.not-found', `CRM table ${prefix} has no such schedule.`);
}
