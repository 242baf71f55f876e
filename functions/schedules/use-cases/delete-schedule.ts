import { checkRevision, nextRevision, staleRevision } from '../../shared/domain/revised.ts';
import type { SchedulePath } from '../domain/schedule.ts';
import { findSchedule } from './get-schedule.ts';
import { type ReconcilePorts, reconcile } from './reconcile.ts';

/**
 * Deletes a schedule that still has this revision; its imports stay.
 * @throws DomainError `schedule.not-found`, `if-match.stale`
 */
export async function deleteSchedule(ports: ReconcilePorts, path: SchedulePath, revision: number): Promise<void> {
  const before = await findSchedule(ports, path);
  checkRevision(before, revision);
  const after = { ...before.value, pending: 'remove' as const };
  if ((await ports.schedules.replace(before, after)) !== 'written') throw staleRevision();
  await reconcile(ports, nextRevision(before, after));
}
