import { staleRevision } from '../../shared/domain/revised.ts';
import { type FollowPorts, follow } from './follow.ts';
import { findSchedule, type SchedulePath } from './get-schedule.ts';

/**
 * Deletes a schedule that is still as its reader saw it; the imports that it has made stay.
 * @throws DomainError `schedule.not-found`, `if-match.stale`
 */
export async function deleteSchedule(ports: FollowPorts, path: SchedulePath, revision: number): Promise<void> {
  const before = await findSchedule(ports, path);
  if (before.revision !== revision) throw staleRevision();
  const after = { ...before, revision: revision + 1, pending: 'remove' as const };
  if ((await ports.schedules.replace(before, after)) !== 'written') throw staleRevision();
  await follow(ports, after);
}
