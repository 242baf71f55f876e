import {
  type GenerationHeads,
  type IndexJob,
  isCleanUpDue,
  isRebuildDue,
  jobExecution,
  type SearchHead,
  scopeOf,
} from '../../../search/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Workflow } from '../../../shared/domain/workflow.ts';
import { log } from '../../../shared/observability/logger.ts';
import { indexJobId } from '../../domain/search-index/index-job.ts';
import type { ImportRepository } from '../../ports.ts';

export interface WatchIndexesPorts {
  readonly heads: Pick<GenerationHeads, 'due' | 'find' | 'takeJob'>;
  readonly imports: Pick<ImportRepository, 'readLease'>;
  /** Runs the jobs. */
  readonly indexJobs: Workflow;
  readonly clock: Clock;
}

/** Then a job begins again, without the results of the attempts before. */
const MOST_ATTEMPTS = 6;
const MS_PER_MINUTE = 60_000;

/**
 * Starts the jobs that are due: a search index is written again, or older items of it are deleted. Repeats a job whose
 * execution has ended early.
 * @throws AggregateError with every failure, after all tables
 */
export async function watchIndexes(ports: WatchIndexesPorts): Promise<void> {
  const failures: unknown[] = [];
  for (const prefix of await ports.heads.due()) {
    try {
      await watchIndex(ports, prefix);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, 'Search indexes could not be written', { cause: failures[0] });
  }
}

async function watchIndex(ports: WatchIndexesPorts, prefix: string): Promise<void> {
  const head = await ports.heads.find(prefix);
  if (head.job) return repeatIfEnded(ports, prefix, head.job);
  if (await isDue(ports, prefix, head)) await takeAndStart(ports, prefix, undefined, newJob(ports));
}

async function isDue({ imports, clock }: WatchIndexesPorts, prefix: string, head: SearchHead): Promise<boolean> {
  const now = clock.now();
  if (isCleanUpDue(head, now)) return true;
  const { importId: holder } = await imports.readLease(prefix);
  const scope = scopeOf(head, holder, now);
  // An import that has a mark and goes on writes the generation itself.
  return isRebuildDue(head, scope) && scope.marks.length === head.marks.length;
}

function newJob({ clock }: WatchIndexesPorts): IndexJob {
  const now = clock.now();
  return { id: indexJobId(now), attempt: 1, startedAt: now.toISOString() };
}

const start = ({ indexJobs }: WatchIndexesPorts, prefix: string, job: IndexJob): Promise<void> =>
  indexJobs.start(jobExecution(prefix, job), { importId: job.id, prefix, fence: job.attempt });

async function takeAndStart(
  ports: WatchIndexesPorts,
  prefix: string,
  before: IndexJob | undefined,
  job: IndexJob,
): Promise<void> {
  if ((await ports.heads.takeJob(prefix, before, job)) === 'taken') await start(ports, prefix, job);
}

/** The waits double, up to half an hour. */
async function repeatIfEnded(ports: WatchIndexesPorts, prefix: string, job: IndexJob): Promise<void> {
  const status = await ports.indexJobs.status(jobExecution(prefix, job));
  if (status === 'unknown') return start(ports, prefix, job);
  const waitsUntil = Date.parse(job.startedAt) + 2 ** (job.attempt - 1) * MS_PER_MINUTE;
  if (status === 'running' || ports.clock.now().getTime() < waitsUntil) return;
  log.error('search-index.broke-off', { importId: job.id, prefix, attempt: job.attempt });
  const fresh = newJob(ports);
  const next = job.attempt < MOST_ATTEMPTS ? { ...fresh, id: job.id, attempt: job.attempt + 1 } : fresh;
  await takeAndStart(ports, prefix, job, next);
}
