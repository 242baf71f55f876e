import { DomainError } from '../../shared/domain/errors.ts';
import { staleRevision } from '../../shared/domain/revised.ts';
import type { Schedule, StoredSchedule } from '../domain/schedule.ts';
import { isOver } from '../domain/schedule-rules.ts';
import { type FollowPorts, follow } from './follow.ts';
import { findSchedule, type SchedulePath } from './get-schedule.ts';

/** How often somebody else may change the schedule in between. */
const ATTEMPTS = 5;

/**
 * Pauses a schedule, or has it run again from now on: what it has missed meanwhile is not made up for.
 * @throws DomainError `schedule.not-found`, `schedule.over`
 */
export async function setState(
  ports: FollowPorts,
  path: SchedulePath,
  state: Schedule['state'],
): Promise<StoredSchedule> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await findSchedule(ports, path);
    if (before.schedule.state === state) return before;
    refuseOver(before.schedule, ports.clock.now());
    const schedule = { ...before.schedule, state, updatedAt: ports.clock.now().toISOString() };
    const after: StoredSchedule = { schedule, revision: before.revision + 1, pending: 'apply' };
    if ((await ports.schedules.replace(before, after)) === 'written') return (await follow(ports, after)) ?? after;
  }
  throw staleRevision();
}

function refuseOver(schedule: Schedule, now: Date): void {
  if (!isOver(schedule, now)) return;
  throw new DomainError('conflict', 'schedule.over', 'The only time of this schedule is over. Give it another time.');
}
