import { scanRangeCount } from '../../functions/imports/domain/sort/ranges.ts';
import type { SortJob } from '../../functions/imports/use-cases/sort/sort-job.ts';
import { runSortStage as runStage, type SortStage } from '../../test/support/run-sort-stage.ts';
import { openStore } from './open-store.ts';
import { benchSortJob, type SortTask } from './sort-task.ts';
import type { SortPlace } from './sort-worker.ts';
import { type Done, WorkerPool } from './worker-pool.ts';

/** Concurrent processes for one kind of step. */
const PROCESSES = 2;

export interface StageFigures {
  readonly seconds: number;
  /** The largest peak memory of all step processes, in MB. */
  readonly peakMb: number;
}

/**
 * Runs the sort stage in the order of the workflow's definition, each kind of step in separate processes as on Lambda;
 * writes the time of each step to stderr.
 */
export async function runSortStage(worker: string, place: SortPlace): Promise<StageFigures> {
  const job = benchSortJob(await openStore(place.store), place.size);
  const stages: SortStageRun[] = [];
  const started = performance.now();
  const run = async (name: string, task: SortTask): Promise<Done> => {
    let stage = stages.at(-1);
    if (stage?.name !== name) {
      stage?.close();
      stage = new SortStageRun(name, worker);
      stages.push(stage);
    }
    return stage.run(task, place);
  };
  await runStage(stageOf(job, run), PROCESSES).finally(() => stages.at(-1)?.close());
  process.stderr.write(`sort stage: ${stages.map((stage) => stage.report()).join('; ')}\n`);
  return {
    seconds: (performance.now() - started) / 1000,
    peakMb: Math.max(...stages.map(({ peakMb }) => peakMb)),
  };
}

function stageOf(job: SortJob, run: (name: string, task: SortTask) => Promise<Done>): SortStage {
  return {
    ranges: scanRangeCount(job),
    scan: (index) => run('Scan', { step: 'scan', index }),
    async resolveScan() {
      const { runs } = await run('ResolveScan', { step: 'resolve' });
      if (runs === undefined) throw new Error('The file was rejected.');
      return runs;
    },
    sortRun: (index) => run('SortRun', { step: 'run', index }),
    async cut() {
      const { cuts } = await run('Cut', { step: 'cut' });
      if (!cuts) throw new Error('The worker returned no cuts.');
      return cuts;
    },
    merge: (index, generation) => run('Merge', { step: 'merge', index, generation }),
    complete: (cuts) => run('ChooseRoute', { step: 'complete', cuts }),
  };
}

/** Measures the calls of one kind of step. */
class SortStageRun {
  readonly name: string;
  readonly #pool: WorkerPool;
  readonly #startedAt = performance.now();
  #calls = 0;
  #seconds = 0;

  constructor(name: string, worker: string) {
    this.name = name;
    this.#pool = new WorkerPool(worker, PROCESSES);
  }

  get peakMb(): number {
    return this.#pool.peakMb;
  }

  async run(task: SortTask, place: SortPlace): Promise<Done> {
    this.#calls += 1;
    const done = await this.#pool.run({ ...place, task });
    this.#seconds = (performance.now() - this.#startedAt) / 1000;
    return done;
  }

  close(): void {
    this.#pool.close();
  }

  report(): string {
    return `${this.name} ${this.#calls} x, ${this.#seconds.toFixed(2)} s, ${this.peakMb.toFixed(0)} MB`;
  }
}
