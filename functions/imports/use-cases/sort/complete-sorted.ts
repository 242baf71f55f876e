import {
  type MergeResult,
  MergeResultSchema,
  type SortedIndex,
  SortedIndexSchema,
} from '../../domain/sort/sorted-index.ts';
import { UploadGone } from '../../ports.ts';
import type { Cuts } from './cut-ranges.ts';
import { inBatches, READS_AT_ONCE } from './in-batches.ts';
import { mergeKey } from './merge-range.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';
import { expectResult, keepResult, storedResult } from './stored-result.ts';
import { uploadIdOf } from './upload-generation.ts';

/**
 * Makes the sorted file of its parts, and the index of its blocks.
 * @throws UploadGone when the upload was lost before it became the file.
 */
export async function completeSorted(job: SortJob, cuts: Cuts): Promise<SortedIndex> {
  const { store, keys } = job;
  const key = keys.work('index', 0);
  const found = await storedResult(store, key, SortedIndexSchema);
  if (found) return found;
  const { lineEnd } = await resolvedFile(job);
  const merged = await inBatches(cuts.ranges, READS_AT_ONCE, (range) =>
    expectResult(store, mergeKey(job, { range, generation: cuts.generation }), MergeResultSchema),
  );
  const bytes = merged.reduce((total, range) => total + range.bytes, 0);
  await complete(job, cuts.generation, merged, bytes);
  const records = merged.reduce((total, range) => total + range.records, 0);
  const ranges = merged.map(({ blocks }) => blocks);
  return keepResult(store, key, SortedIndexSchema, { bytes, records, lineEnd, ranges });
}

async function complete(
  job: SortJob,
  generation: number,
  merged: readonly MergeResult[],
  bytes: number,
): Promise<void> {
  const { store, keys } = job;
  const parts = merged.map(({ etag }, range) => ({ partNumber: range + 1, etag }));
  try {
    await store.completeUpload(keys.sorted, await uploadIdOf(job, generation), parts);
  } catch (error) {
    // The upload is also gone when an earlier attempt completed it and was cut off before it could say so.
    const done = error instanceof UploadGone ? await store.head(keys.sorted) : undefined;
    if (done?.size !== bytes) throw error;
  }
}
