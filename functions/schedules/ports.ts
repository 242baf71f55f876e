import type { Repository, WriteRejection } from '../shared/domain/repository.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { SchedulePath, StoredSchedule } from './domain/schedule.ts';
import type { ScheduleFiring, Timer } from './domain/timer.ts';

/** `definition-gone`: the definition that the schedule names was deleted before the schedule was written. */
export type ScheduleRejection = WriteRejection | 'definition-gone';

/** The stored schedules; timers are reconciled with them. Prefixes are in upper case. */
export interface ScheduleRepository
  extends Omit<Repository<StoredSchedule, Pick<SchedulePath, 'prefix'>, SchedulePath, ScheduleRejection>, 'remove'> {
  /** Removes a schedule whose deletion is recorded already, if its revision is unchanged. */
  remove(removed: Revised<StoredSchedule>): Promise<'written' | ScheduleRejection>;
  /** Removes `pending`, if the schedule still has this revision. The revision stays. */
  complete(applied: Revised<StoredSchedule>): Promise<'written' | 'stale'>;
}

/** The timers, reconciled with the stored schedules. Every call may be repeated. */
export interface Scheduler {
  /** Creates or replaces the timer. */
  put(timer: Timer): Promise<void>;
  /** Removing a missing timer is no error. */
  remove(name: string): Promise<void>;
}

/** Starts a run without its timer. A repetition with the same time starts no second run. */
export interface RunStarter {
  start(firing: ScheduleFiring): Promise<void>;
}
