import { type SchedulePath, type StoredSchedule, schedulePath } from '../../../functions/schedules/domain/schedule.ts';
import type { ScheduleFiring, Timer } from '../../../functions/schedules/domain/timer.ts';
import type { RunStarter, ScheduleRepository, Scheduler } from '../../../functions/schedules/ports.ts';
import type { Revised } from '../../../functions/shared/domain/revised.ts';
import { MemoryRepository } from '../../support/memory-repository.ts';

/** Schedules of CRM tables whose only definition is `d1`. */
export class InMemorySchedules
  extends MemoryRepository<StoredSchedule, Pick<SchedulePath, 'prefix'>, SchedulePath, 'definition-gone'>
  implements ScheduleRepository
{
  constructor() {
    super(schedulePath, ({ definition }) =>
      definition === undefined || definition === 'd1' ? undefined : 'definition-gone',
    );
  }

  async complete({ value, revision }: Revised<StoredSchedule>) {
    if ((await this.read(schedulePath(value)))?.revision !== revision) return 'stale';
    this.stored.set(JSON.stringify(schedulePath(value)), { value: { ...value, pending: undefined }, revision });
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

/** Keeps the runs that were started. */
export class FakeRunStarter implements RunStarter {
  readonly started: ScheduleFiring[] = [];

  async start(firing: ScheduleFiring): Promise<void> {
    this.started.push(firing);
  }
}
