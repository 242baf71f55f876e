import { log } from '../../shared/observability/logger.ts';
import type { HeldJob } from '../ports.ts';
import { type DeletionPorts, deletionWork } from './delete-tables/deletion-stages.ts';
import { type ErasurePorts, erasureWork } from './erase-customer/erasure-stages.ts';
import { type Work, type WorkPorts, workOnJob } from './work-on-job.ts';

export interface MaintenancePorts extends WorkPorts, DeletionPorts, ErasurePorts {
  readonly jobs: WorkPorts['jobs'];
}

/** After the end of a run a page may still be in flight, until Lambda ends the function. */
const HOLD_MARGIN_MS = 30_000;

const workOf = (ports: MaintenancePorts, { job, person }: HeldJob): Promise<Work> =>
  job.kind === 'delete-tables' ? deletionWork(ports, job) : erasureWork(ports, job, person);

/**
 * Works on the jobs that have not ended, one after the other. A job that fails is tried again by the next run, and does not
 * hold up the others.
 * @param runMs how long a run takes at most
 * @throws AggregateError with every failure, after all jobs
 */
export async function workThroughJobs(ports: MaintenancePorts, runMs: number): Promise<void> {
  const end = new Date(ports.clock.now().getTime() + runMs);
  const failures: unknown[] = [];
  for (const id of await ports.jobs.due()) {
    const now = ports.clock.now();
    if (now >= end) break;
    const held = await ports.jobs.take(id, now, new Date(end.getTime() + HOLD_MARGIN_MS));
    if (!held) continue;
    try {
      await workOnJob(ports, held, await workOf(ports, held), end);
    } catch (error) {
      failures.push(error);
      log.error('maintenance.failed', { jobId: id.jobId }, error);
      await ports.jobs.release(held);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Maintenance jobs have failed', { cause: failures[0] });
}
