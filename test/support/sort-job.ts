import type { RecordFormat } from '../../functions/imports/domain/csv/record-format.ts';
import { type ImportLimits, ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { scanRangeCount } from '../../functions/imports/domain/sort/ranges.ts';
import type { Rejection } from '../../functions/imports/domain/sort/resolve.ts';
import type { SortedIndex } from '../../functions/imports/domain/sort/sorted-index.ts';
import { completeSorted } from '../../functions/imports/use-cases/sort/complete-sorted.ts';
import { cutRanges } from '../../functions/imports/use-cases/sort/cut-ranges.ts';
import { mergeRange } from '../../functions/imports/use-cases/sort/merge-range.ts';
import { resolveScan } from '../../functions/imports/use-cases/sort/resolve-scan.ts';
import { scanRange } from '../../functions/imports/use-cases/sort/scan-range.ts';
import type { SortJob } from '../../functions/imports/use-cases/sort/sort-job.ts';
import { sortRun } from '../../functions/imports/use-cases/sort/sort-run.ts';
import type { ObjectStore } from '../../functions/shared/domain/object-store.ts';
import { type Cuts, runSortStage } from './run-sort-stage.ts';

export const TINY_LIMITS: ImportLimits = ImportLimitsSchema.parse({
  scanBytes: 100,
  partBytes: 60,
  mergeBytes: 200,
  blockBytes: 50,
  sampleBytes: 40,
  recordBytes: 100_000,
});

export const FORMAT: RecordFormat = {
  delimiter: 0x2c,
  fieldCount: 3,
  customerIdColumn: 0,
  hasHeader: false,
  hasBom: false,
  lineEnd: 'lf',
};

export interface SortSetting {
  readonly format?: Partial<RecordFormat>;
  readonly limits?: Partial<ImportLimits>;
  readonly dataStart?: number;
  readonly dataLine?: number;
}

/** Puts `source` into the store and answers the job that sorts it. */
export async function sortJob(
  store: ObjectStore,
  source: Uint8Array | string,
  setting: SortSetting = {},
): Promise<SortJob> {
  const key = 'uploads/TEST/source.csv';
  await store.put(key, source);
  const head = await store.head(key);
  return {
    store,
    source: {
      key,
      versionId: head?.versionId,
      size: Buffer.from(source).length,
      dataStart: setting.dataStart ?? 0,
      dataLine: setting.dataLine ?? 1,
    },
    format: { ...FORMAT, ...setting.format },
    limits: { ...TINY_LIMITS, ...setting.limits },
    idPrefix: 'TEST_',
    keys: {
      work: (stage, chunk, suffix = 'json') => `work/TEST/1/${stage}/${chunk}.${suffix}`,
      sorted: 'imports/TEST/1/source.csv.sorted.txt',
    },
  };
}

/** The whole sort stage, one chunk after the other. */
export async function runSort(job: SortJob): Promise<SortedIndex | { readonly rejection: Rejection }> {
  let result: SortedIndex | { readonly rejection: Rejection } | undefined;
  const stage = {
    ranges: scanRangeCount(job),
    scan: (range: number) => scanRange(job, range),
    async resolveScan() {
      const resolved = await resolveScan(job);
      if ('runs' in resolved) return resolved.runs.length;
      result = resolved;
      return undefined;
    },
    sortRun: (run: number) => sortRun(job, run),
    cut: () => cutRanges(job),
    merge: (range: number, generation: number) => mergeRange(job, { range, generation }),
    async complete(cuts: Cuts) {
      result = await completeSorted(job, cuts);
    },
  };
  await runSortStage(stage, 1);
  if (!result) throw new Error('The sort stage ended without a result.');
  return result;
}
