import { scanRangeCount } from '../../functions/imports/domain/sort/ranges.ts';
import {
  ChunkInputSchema,
  MergeInputSchema,
  RouteInputSchema,
} from '../../functions/imports/domain/workflow/payloads.ts';
import type { SortJob } from '../../functions/imports/use-cases/sort/sort-job.ts';
import { type CallStep, runDefinition } from '../../test/support/run-definition.ts';
import { openStore } from './open-store.ts';
import { benchSortJob, type SortTask } from './sort-task.ts';
import type { SortPlace } from './sort-worker.ts';
import { type Done, WorkerPool } from './worker-pool.ts';

/** Concurrent processes for one kind of step. */
const PROCESSES = 2;

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

export interface StageFigures {
  readonly seconds: number;
  /** The largest peak memory of all step processes, in MB. */
  readonly peakMb: number;
}

/** Thrown to end the run of the workflow after the sort stage. */
class Sorted extends Error {}

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
  const input = { importId: 'bench', prefix: 'BENCH', fence: 1 };
  await runDefinition(input, stepsOf(job, run), PROCESSES)
    .catch((error: unknown) => {
      if (!(error instanceof Sorted)) throw error;
    })
    .finally(() => stages.at(-1)?.close());
  process.stderr.write(`sort stage: ${stages.map((stage) => stage.report()).join('; ')}\n`);
  return {
    seconds: (performance.now() - started) / 1000,
    peakMb: Math.max(...stages.map(({ peakMb }) => peakMb)),
  };
}

/** The definition's functions up to the end of the sort stage. The file is UTF-8 and already has a plan. */
function stepsOf(job: SortJob, run: (name: string, task: SortTask) => Promise<Done>): CallStep {
  return async (name, input) => {
    switch (name) {
      case 'Plan':
        return { accepted: true, decode: false, chunks: upTo(scanRangeCount(job)) };
      case 'Scan':
        return run(name, { step: 'scan', index: ChunkInputSchema.parse(input).chunk });
      case 'ResolveScan':
        return { accepted: true, chunks: upTo((await run(name, { step: 'resolve' })).runs ?? 0) };
      case 'SortRun':
        return run(name, { step: 'run', index: ChunkInputSchema.parse(input).chunk });
      case 'Cut': {
        const { cuts } = await run(name, { step: 'cut' });
        return { ...cuts, chunks: upTo(cuts?.ranges ?? 0) };
      }
      case 'Merge': {
        const { chunk: index, generation } = MergeInputSchema.parse(input);
        return run(name, { step: 'merge', index, generation });
      }
      case 'ChooseRoute':
        await run(name, { step: 'complete', cuts: RouteInputSchema.parse(input).cuts });
        throw new Sorted();
      default:
        throw new Error(`The sort stage must not run ${name}.`);
    }
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
