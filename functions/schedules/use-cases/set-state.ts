import { DomainError } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { nextRevision, type Revised, staleRevision } from '../../shared/domain/revised.ts';
import type { Schedule, SchedulePath, StoredSchedule } from '../domain/schedule.ts';
import { isOver } from '../domain/schedule-rules.ts';
import { findSchedule } from './get-schedule.ts';
import { reconcile } from './reconcile.ts';
import type { SavePorts } from './save-schedule.ts';
import { scheduleEntry } from './schedule-entry.ts';

/** How often another request may update the schedule meanwhile. */
const ATTEMPTS = 5;

/**
 * Pauses a schedule, or resumes it from now on: runs that were due while it was paused are not repeated.
 * @throws DomainError `schedule.not-found`, `schedule.over`
 */
export async function setState(
  ports: SavePorts,
  path: SchedulePath,
  state: Schedule['state'],
  origin: RequestOrigin,
): Promise<Revised<StoredSchedule>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await findSchedule(ports, path);
    if (before.value.state === state) return before;
    rejectOver(before.value, ports.clock.now());
    const updatedAt = ports.clock.now().toISOString();
    const after = { ...before.value, state, updatedAt, pending: 'apply' as const };
    const action = state === 'paused' ? 'pause' : 'resume';
    const entry = await scheduleEntry(ports, origin, action, path, { before: before.value, after });
    if ((await ports.schedules.replace(before, after, entry)) !== 'written') continue;
    const updated = nextRevision(before, after);
    return (await reconcile(ports, updated)) ?? updated;
  }
  throw staleRevision();
}

function rejectOver(schedule: Schedule, now: Date): void {
  if (!isOver(schedule, now)) return;
  throw new DomainError('conflict', 'schedule.over', 'The only run of this schedule is in the past. Set another time.');
}
