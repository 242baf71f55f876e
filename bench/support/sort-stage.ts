import { scanRangeCount } from '../../functions/imports/domain/sort/ranges.ts';
import type { FileObjectStore } from '../../functions/imports/object-store/file-object-store.ts';
import { benchSortJob, type SortTask } from './sort-task.ts';
import type { WorkerRequest } from './sort-worker.ts';
import type { WorkerPool } from './worker-pool.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The whole sort stage in the pool's processes; one line on the error stream tells how long each part took. */
export async function runSortStage(
  pool: WorkerPool,
  store: FileObjectStore,
  where: Omit<WorkerRequest, 'task'>,
): Promise<void> {
  const job = benchSortJob(store, where.size);
  const took: string[] = [];
  const timed = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work;
    took.push(`${name} ${((performance.now() - start) / 1000).toFixed(2)} s`);
    return result;
  };
  const all = (tasks: readonly SortTask[]) => pool.all(tasks, where);
  const one = (task: SortTask) => pool.run({ ...where, task });

  await timed('scan', all(upTo(scanRangeCount(job)).map((index) => ({ step: 'scan', index }))));
  const { runs = 0 } = await timed('resolve', one({ step: 'resolve' }));
  await timed('run', all(upTo(runs).map((index) => ({ step: 'run', index }))));
  const { cuts } = await timed('cut', one({ step: 'cut' }));
  if (!cuts) throw new Error('the cut step answered nothing');
  const { ranges, generation } = cuts;
  await timed('merge', all(upTo(ranges).map((index) => ({ step: 'merge', index, generation }))));
  await timed('complete', one({ step: 'complete', cuts }));
  process.stderr.write(
    `sort stage: ${took.join(', ')}; ${runs} runs, ${ranges} ranges, peak ${pool.peakMb.toFixed(0)} MB\n`,
  );
}
