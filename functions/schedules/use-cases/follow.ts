import type { Clock } from '../../shared/domain/clock.ts';
import type { StoredSchedule } from '../domain/schedule.ts';
import { isOver } from '../domain/schedule-rules.ts';
import { timerName, timerOf } from '../domain/timer.ts';
import type { ScheduleRepository, Scheduler } from '../ports.ts';

export interface FollowPorts {
  readonly schedules: ScheduleRepository;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
}

/**
 * Does to EventBridge Scheduler what the record says is pending. The record is written first, so that whoever looks at a
 * schedule whose writer has died in between ends here, too, and mends it.
 * @returns the schedule with nothing pending; undefined if it is gone
 */
export async function follow(ports: FollowPorts, stored: StoredSchedule): Promise<StoredSchedule | undefined> {
  for (let current: StoredSchedule | undefined = stored; current !== undefined; ) {
    if (current.pending === undefined) return current;
    const settled: StoredSchedule = { ...current, pending: undefined };
    if (current.pending === 'remove') {
      await ports.scheduler.remove(timerName(current));
      if ((await ports.schedules.remove(current)) === 'removed') return undefined;
    } else {
      await apply(ports, current);
      if ((await ports.schedules.settle(current)) === 'settled') return settled;
    }
    // Somebody has changed it meanwhile, perhaps before the scheduler heard from here: the last word is the record's.
    current = await ports.schedules.read(current.schedule.prefix, current.schedule.scheduleId);
    if (current) current = { ...current, pending: current.pending ?? 'apply' };
  }
  await ports.scheduler.remove(timerName(stored));
  return undefined;
}

/** A run whose only time is over needs no timer; EventBridge Scheduler removes its own. */
async function apply({ scheduler, clock }: FollowPorts, stored: StoredSchedule): Promise<void> {
  if (isOver(stored.schedule, clock.now())) await scheduler.remove(timerName(stored));
  else await scheduler.put(timerOf(stored));
}
