import { type PublishedTableReader, requirePublished } from '../../crm-tables/index.ts';
import { authorise } from '../../shared/domain/authorise.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import type { SchedulePath } from '../domain/schedule.ts';
import { firingOf } from '../domain/timer.ts';
import type { RunStarter } from '../ports.ts';
import { findSchedule } from './get-schedule.ts';
import type { ReconcilePorts } from './reconcile.ts';

export interface RunNowPorts extends ReconcilePorts {
  readonly runStarter: RunStarter;
  readonly tables: PublishedTableReader;
}

/**
 * Starts a run of a schedule now, in addition to its planned ones; a paused one runs, too.
 * @returns the time by which `lastRun` shows the run
 * @throws DomainError `schedule.not-found`, `access.forbidden` without the permission to export
 */
export async function runNow(
  ports: RunNowPorts,
  path: SchedulePath,
  caller: Pick<Caller, 'grants'>,
): Promise<{ readonly scheduledAt: string }> {
  const { value } = await findSchedule(ports, path);
  if (value.source.kind === 'export') authorise(caller, 'customers.export', await requirePublished(ports, path.prefix));
  const scheduledAt = ports.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  await ports.runStarter.start(firingOf(value, scheduledAt));
  return { scheduledAt };
}
