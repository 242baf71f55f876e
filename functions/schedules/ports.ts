import type { Repository, WriteRejection } from '../shared/domain/repository.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { SchedulePath, StoredSchedule } from './domain/schedule.ts';
import type { Timer } from './domain/timer.ts';

/** `definition-gone`: the definition that the schedule names has been deleted. One that a schedule names cannot be. */
export type ScheduleRejection = WriteRejection | 'definition-gone';

/** The records of schedules, which timers follow. Prefixes are upper case. */
export interface ScheduleRepository
  extends Repository<StoredSchedule, Pick<SchedulePath, 'prefix'>, SchedulePath, ScheduleRejection> {
  /** Stores that nothing is pending any more, if the schedule still has this revision, which stays. */
  complete(applied: Revised<StoredSchedule>): Promise<'written' | 'stale'>;
}

/** What fires at the time: follows the records. Everything may be repeated. */
export interface Scheduler {
  /** Makes the timer, or changes it into this. */
  put(timer: Timer): Promise<void>;
  /** A timer that is not there is removed already. */
  remove(name: string): Promise<void>;
}
