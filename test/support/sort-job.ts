import type { RecordFormat } from '../../functions/imports/domain/csv/record-format.ts';
import { type ImportLimits, ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { scanRangeCount } from '../../functions/imports/domain/sort/ranges.ts';
import type { Rejection } from '../../functions/imports/domain/sort/resolve.ts';
import type { SortedIndex } from '../../functions/imports/domain/sort/sorted-index.ts';
import type { ObjectStore } from '../../functions/imports/ports.ts';
import { completeSorted } from '../../functions/imports/use-cases/sort/complete-sorted.ts';
import { cutRanges } from '../../functions/imports/use-cases/sort/cut-ranges.ts';
import { mergeRange } from '../../functions/imports/use-cases/sort/merge-range.ts';
import { resolveScan } from '../../functions/imports/use-cases/sort/resolve-scan.ts';
import { scanRange } from '../../functions/imports/use-cases/sort/scan-range.ts';
import type { SortJob } from '../../functions/imports/use-cases/sort/sort-job.ts';
import { sortRun } from '../../functions/imports/use-cases/sort/sort-run.ts';

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

/** The whole sort stage, as the workflow runs it. */
export async function runSort(job: SortJob): Promise<SortedIndex | { readonly rejection: Rejection }> {
  for (let range = 0; range < scanRangeCount(job); range += 1) await scanRange(job, range);
  const resolved = await resolveScan(job);
  if ('rejection' in resolved) return resolved;
  for (const run of resolved.runs.keys()) await sortRun(job, run);
  const cuts = await cutRanges(job);
  for (let range = 0; range < cuts.ranges; range += 1) await mergeRange(job, { range, generation: cuts.generation });
  return completeSorted(job, cuts);
}
