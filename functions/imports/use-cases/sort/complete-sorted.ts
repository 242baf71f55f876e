import { UploadGone } from '../../../shared/domain/object-store.ts';
import { readOrMake, readResults } from '../../../shared/use-cases/work-objects.ts';
import {
  type MergeResult,
  MergeResultSchema,
  type SortedIndex,
  SortedIndexSchema,
} from '../../domain/sort/sorted-index.ts';
import type { Cuts } from './cut-ranges.ts';
import { mergeKey } from './merge-range.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';
import { uploadIdOf } from './upload-generation.ts';

/**
 * Joins the parts of the sorted file, and the index of its blocks.
 * @throws UploadGone when the upload was lost before it was completed
 */
export async function completeSorted(job: SortJob, cuts: Cuts): Promise<SortedIndex> {
  const { store, keys } = job;
  return readOrMake(store, keys.work('index', 0), SortedIndexSchema, async () => {
    const { lineEnd } = await resolvedFile(job);
    const keyOf = (range: number) => mergeKey(job, { range, generation: cuts.generation });
    const merged = await readResults(store, cuts.ranges, keyOf, MergeResultSchema);
    const bytes = merged.reduce((total, range) => total + range.bytes, 0);
    await complete(job, cuts.generation, merged, bytes);
    const records = merged.reduce((total, range) => total + range.records, 0);
    const ranges = merged.map(({ blocks }) => blocks);
    return { bytes, records, lineEnd, ranges, ...(merged[0]?.endsInDelimiter && { endsInDelimiter: true as const }) };
  });
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
    // The upload is also gone if an earlier attempt completed it and stopped before it wrote its result.
    const done = error instanceof UploadGone ? await store.head(keys.sorted) : undefined;
    if (done?.size !== bytes) throw error;
  }
}
