import type { RecordFormat } from '../../functions/imports/domain/csv/record-format.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { completeSorted } from '../../functions/imports/use-cases/sort/complete-sorted.ts';
import { type Cuts, cutRanges } from '../../functions/imports/use-cases/sort/cut-ranges.ts';
import { mergeRange } from '../../functions/imports/use-cases/sort/merge-range.ts';
import { resolveScan } from '../../functions/imports/use-cases/sort/resolve-scan.ts';
import { scanRange } from '../../functions/imports/use-cases/sort/scan-range.ts';
import type { SortJob } from '../../functions/imports/use-cases/sort/sort-job.ts';
import { sortRun } from '../../functions/imports/use-cases/sort/sort-run.ts';
import type { ObjectStore } from '../../functions/shared/domain/object-store.ts';
import { ID_PREFIX } from './rows.ts';

export const SOURCE_KEY = 'uploads/BENCH/rows.csv';
export const SORTED_KEY = 'imports/BENCH/1/rows.csv.sorted.txt';

const FORMAT: RecordFormat = {
  delimiter: 0x2c,
  fieldCount: 13,
  customerIdColumn: 0,
  hasHeader: false,
  hasBom: false,
  lineEnd: 'lf',
};

/** One step of the sort stage, as the workflow calls it. */
export type SortTask =
  | { readonly step: 'scan' | 'run'; readonly index: number }
  | { readonly step: 'merge'; readonly index: number; readonly generation: number }
  | { readonly step: 'resolve' | 'cut' }
  | { readonly step: 'complete'; readonly cuts: Cuts };

export function benchSortJob(store: ObjectStore, size: number): SortJob {
  return {
    store,
    source: { key: SOURCE_KEY, versionId: undefined, size, dataStart: 0, dataLine: 1 },
    format: FORMAT,
    limits: ImportLimitsSchema.parse({}),
    idPrefix: ID_PREFIX,
    keys: {
      work: (stage, chunk, suffix = 'json') => `work/BENCH/1/${stage}/${chunk}.${suffix}`,
      sorted: SORTED_KEY,
    },
  };
}

/** Runs one step; returns the input of the next ones. */
export async function doSortTask(
  job: SortJob,
  task: SortTask,
): Promise<{ readonly runs?: number; readonly cuts?: Cuts }> {
  switch (task.step) {
    case 'scan':
      await scanRange(job, task.index);
      return {};
    case 'resolve': {
      const resolved = await resolveScan(job);
      if ('rejection' in resolved) throw new Error(resolved.rejection.reason);
      return { runs: resolved.runs.length };
    }
    case 'run':
      await sortRun(job, task.index);
      return {};
    case 'cut':
      return { cuts: await cutRanges(job) };
    case 'merge':
      await mergeRange(job, { range: task.index, generation: task.generation });
      return {};
    case 'complete':
      await completeSorted(job, task.cuts);
      return {};
  }
}
