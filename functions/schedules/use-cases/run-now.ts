import type { SchedulePath } from '../domain/schedule.ts';
import { firingOf } from '../domain/timer.ts';
import type { RunStarter } from '../ports.ts';
import { findSchedule } from './get-schedule.ts';
import type { ReconcilePorts } from './reconcile.ts';

export interface RunNowPorts extends ReconcilePorts {
  readonly runStarter: RunStarter;
}

/**
 * Starts a run of a schedule now, in addition to its planned ones; a paused one runs, too.
 * @returns the time by which `lastRun` shows the run
 * @throws DomainError `schedule.not-found`
 */
export async function runNow(ports: RunNowPorts, path: SchedulePath): Promise<{ readonly scheduledAt: string }> {
  const { value } = await findSchedule(ports, path);
  const scheduledAt = ports.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  await ports.runStarter.start(firingOf(value, scheduledAt));
  return { scheduledAt };
}
