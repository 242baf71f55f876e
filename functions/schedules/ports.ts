import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { StoredSchedule } from './domain/schedule.ts';
import type { Timer } from './domain/timer.ts';

/** The records of schedules: what counts. Prefixes are upper case. A definition that a schedule names cannot be deleted. */
export interface ScheduleRepository {
  create(created: StoredSchedule): Promise<'written' | 'exists' | 'definition-gone'>;
  read(prefix: string, scheduleId: string): Promise<StoredSchedule | undefined>;
  list(prefix: string, page: PageRequest): Promise<Page<StoredSchedule>>;
  /** Replaces `before` if it still has its revision. */
  replace(before: StoredSchedule, after: StoredSchedule): Promise<'written' | 'stale' | 'definition-gone'>;
  /** Notes that nothing is pending any more, if the schedule still has this revision. */
  settle(applied: StoredSchedule): Promise<'settled' | 'stale'>;
  /** Takes the record away, if it still has this revision. */
  remove(removed: StoredSchedule): Promise<'removed' | 'stale'>;
}

/** What fires at the time: follows the records. Everything may be repeated. */
export interface Scheduler {
  /** Makes the timer, or changes it into this. */
  put(timer: Timer): Promise<void>;
  /** A timer that is not there is removed already. */
  remove(name: string): Promise<void>;
}
