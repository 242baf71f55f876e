import { scanRangeCount } from '../../functions/imports/domain/sort/ranges.ts';
import { openStore } from './open-store.ts';
import { benchSortJob, type SortTask } from './sort-task.ts';
import type { SortPlace } from './sort-worker.ts';
import { type Done, WorkerPool } from './worker-pool.ts';

/** Processes that one kind of step runs in at once. */
const PROCESSES = 2;

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

export interface StageFigures {
  readonly seconds: number;
  /** The largest peak memory that a process of any step had, in MB. */
  readonly peakMb: number;
}

/** The whole sort stage, each kind of step in processes of its own as on Lambda; tells what each took on stderr. */
export async function runSortStage(worker: string, place: SortPlace): Promise<StageFigures> {
  const job = benchSortJob(await openStore(place.store), place.size);
  const report: string[] = [];
  let peak = 0;
  const started = performance.now();
  const step = async (tasks: readonly SortTask[]): Promise<Done> => {
    const start = performance.now();
    const pool = new WorkerPool(worker, Math.min(PROCESSES, tasks.length));
    const results = await pool.all(tasks, place).finally(() => pool.close());
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    report.push(`${tasks[0]?.step} ${tasks.length} x, ${seconds} s, ${pool.peakMb.toFixed(0)} MB`);
    peak = Math.max(peak, pool.peakMb);
    return results[0] ?? {};
  };

  await step(upTo(scanRangeCount(job)).map((index) => ({ step: 'scan', index })));
  const { runs = 0 } = await step([{ step: 'resolve' }]);
  await step(upTo(runs).map((index) => ({ step: 'run', index })));
  const { cuts } = await step([{ step: 'cut' }]);
  if (!cuts) throw new Error('the cut step answered nothing');
  const { ranges, generation } = cuts;
  await step(upTo(ranges).map((index) => ({ step: 'merge', index, generation })));
  await step([{ step: 'complete', cuts }]);
  process.stderr.write(`sort stage: ${report.join('; ')}\n`);
  return { seconds: (performance.now() - started) / 1000, peakMb: peak };
}
