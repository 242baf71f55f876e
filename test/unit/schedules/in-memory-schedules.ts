import type { StoredSchedule } from '../../../functions/schedules/domain/schedule.ts';
import type { Timer } from '../../../functions/schedules/domain/timer.ts';
import type { ScheduleRepository, Scheduler } from '../../../functions/schedules/ports.ts';

/** Schedules of CRM tables whose only definition is `d1`. */
export class InMemorySchedules implements ScheduleRepository {
  readonly stored = new Map<string, StoredSchedule>();

  #isAt({ schedule, revision }: StoredSchedule): boolean {
    return this.stored.get(schedule.scheduleId)?.revision === revision;
  }

  async create(created: StoredSchedule) {
    if (this.stored.has(created.schedule.scheduleId)) return 'exists';
    return this.#put(created);
  }

  async read(prefix: string, scheduleId: string) {
    const found = this.stored.get(scheduleId);
    return found?.schedule.prefix === prefix ? found : undefined;
  }

  async list(prefix: string) {
    return { items: [...this.stored.values()].filter(({ schedule }) => schedule.prefix === prefix) };
  }

  async replace(before: StoredSchedule, after: StoredSchedule) {
    return this.#isAt(before) ? this.#put(after) : 'stale';
  }

  async settle(applied: StoredSchedule) {
    if (!this.#isAt(applied)) return 'stale';
    this.stored.set(applied.schedule.scheduleId, { ...applied, pending: undefined });
    return 'settled';
  }

  async remove(removed: StoredSchedule) {
    if (!this.#isAt(removed)) return 'stale';
    this.stored.delete(removed.schedule.scheduleId);
    return 'removed';
  }

  #put(stored: StoredSchedule) {
    const { scheduleId, definition } = stored.schedule;
    if (definition !== undefined && definition !== 'd1') return 'definition-gone';
    this.stored.set(scheduleId, stored);
    return 'written';
  }
}

/** Timers by name; `before` runs in front of each change, and may fail or interfere. */
export class FakeScheduler implements Scheduler {
  readonly timers = new Map<string, Timer>();
  before: () => Promise<void> = async () => {};

  async put(timer: Timer): Promise<void> {
    await this.before();
    this.timers.set(timer.name, timer);
  }

  async remove(name: string): Promise<void> {
    await this.before();
    this.timers.delete(name);
  }
}
