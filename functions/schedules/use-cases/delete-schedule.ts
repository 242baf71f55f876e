import { checkRevision, nextRevision, staleRevision } from '../../shared/domain/revised.ts';
import type { SchedulePath } from '../domain/schedule.ts';
import { type FollowPorts, follow } from './follow.ts';
import { findSchedule } from './get-schedule.ts';

/**
 * Deletes a schedule that is still as its reader saw it; the imports that it has made stay.
 * @throws DomainError `schedule.not-found`, `if-match.stale`
 */
export async function deleteSchedule(ports: FollowPorts, path: SchedulePath, revision: number): Promise<void> {
  const before = await findSchedule(ports, path);
  checkRevision(before, revision);
  const after = { ...before.value, pending: 'remove' as const };
  if ((await ports.schedules.replace(before, after)) !== 'written') throw staleRevision();
  await follow(ports, nextRevision(before, after));
}
