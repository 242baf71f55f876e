import type { Clock } from '../../shared/domain/clock.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { type StoredSchedule, schedulePath } from '../domain/schedule.ts';
import { isOver } from '../domain/schedule-rules.ts';
import { timerName, timerOf } from '../domain/timer.ts';
import type { ScheduleRepository, Scheduler } from '../ports.ts';

export interface ReconcilePorts {
  readonly schedules: ScheduleRepository;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
}

/**
 * Does the pending work of a schedule at EventBridge Scheduler. The record is written first: if the writer then fails,
 * the next reader of the schedule calls this function, too.
 * @returns the schedule without pending work; undefined if it is deleted
 */
export async function reconcile(
  ports: ReconcilePorts,
  stored: Revised<StoredSchedule>,
): Promise<Revised<StoredSchedule> | undefined> {
  const { schedules, scheduler } = ports;
  for (let current: Revised<StoredSchedule> | undefined = stored; current !== undefined; ) {
    const { value, revision } = current;
    if (value.pending === undefined) return current;
    if (value.pending === 'remove') {
      await scheduler.remove(timerName(value));
      if ((await schedules.remove(current)) === 'written') return undefined;
    } else {
      await apply(ports, current);
      if ((await schedules.complete(current)) === 'written')
        return { value: { ...value, pending: undefined }, revision };
    }
    // Another request has updated the record meanwhile, perhaps before the timer was written: apply the latest record.
    const latest = await schedules.read(schedulePath(value));
    current = latest && { ...latest, value: { ...latest.value, pending: latest.value.pending ?? 'apply' } };
  }
  await scheduler.remove(timerName(stored.value));
  return undefined;
}

/** A single run in the past needs no timer; EventBridge Scheduler deletes its own. */
async function apply({ scheduler, clock }: ReconcilePorts, stored: Revised<StoredSchedule>): Promise<void> {
  if (isOver(stored.value, clock.now())) await scheduler.remove(timerName(stored.value));
  else await scheduler.put(timerOf(stored));
}
