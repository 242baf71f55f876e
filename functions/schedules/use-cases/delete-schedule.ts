import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { checkRevision, type ExpectedRevision, nextRevision, staleRevision } from '../../shared/domain/revised.ts';
import type { SchedulePath } from '../domain/schedule.ts';
import { findSchedule } from './get-schedule.ts';
import { reconcile } from './reconcile.ts';
import type { SavePorts } from './save-schedule.ts';
import { scheduleEntry } from './schedule-entry.ts';

/**
 * Deletes a schedule that still has this revision; its imports stay.
 * @throws DomainError `schedule.not-found`, `if-match.stale`
 */
export async function deleteSchedule(
  ports: SavePorts,
  path: SchedulePath,
  revision: ExpectedRevision,
  origin: RequestOrigin,
): Promise<void> {
  const before = await findSchedule(ports, path);
  checkRevision(before, revision);
  const after = { ...before.value, pending: 'remove' as const };
  const entry = await scheduleEntry(ports, origin, 'delete', path, { before: before.value });
  if ((await ports.schedules.replace(before, after, entry)) !== 'written') throw staleRevision();
  await reconcile(ports, nextRevision(before, after));
}
