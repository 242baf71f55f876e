import type * as z from 'zod';
import { readOrMake, readResult } from '../../../shared/use-cases/work-objects.ts';
import { Scratch } from '../../domain/sort/scratch.ts';
import { SIDECAR_WORDS } from '../../domain/sort/sidecar.ts';
import { type MergeResult, MergeResultSchema } from '../../domain/sort/sorted-index.ts';
import { writeSorted } from '../../domain/sort/write-sorted.ts';
import { CutResultSchema } from './cut-ranges.ts';
import { readRange } from './read-range.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';
import { uploadIdOf } from './upload-generation.ts';

const sidecarScratch = new Scratch();

export interface MergeTask {
  readonly range: number;
  readonly generation: number;
}

/**
 * Merges one range: its slices of all runs, sorted, become one part of the sorted file and one piece of its sidecar.
 * @throws UploadGone when the upload was lost; `cutRanges` then opens the next one.
 */
export async function mergeRange(job: SortJob, { range, generation }: MergeTask): Promise<MergeResult> {
  const { store, keys } = job;
  return readOrMake(store, mergeKey(job, { range, generation }), MergeResultSchema, async () => {
    const cuts = await readResult(store, keys.work('cut', 0), CutResultSchema);
    return merge(job, cuts, { range, generation });
  });
}

export function mergeKey({ keys }: Pick<SortJob, 'keys'>, { range, generation }: MergeTask): string {
  return keys.work('merge', range, `${generation}`);
}

export function sidecarKey({ keys }: Pick<SortJob, 'keys'>, range: number): string {
  return keys.work('merge', range, 'sidecar');
}

async function merge(
  job: SortJob,
  cuts: z.infer<typeof CutResultSchema>,
  { range, generation }: MergeTask,
): Promise<MergeResult> {
  const { store, keys, format, limits } = job;
  const { lineEnd } = await resolvedFile(job);
  const { bytes, room, table, order } = await readRange(job, cuts, range, format.customerIdColumn !== undefined);
  const sidecar = sidecarScratch.ofWords(order.length * SIDECAR_WORDS);
  const { endsInDelimiter } = cuts;
  const written = writeSorted(bytes, table, order, room, sidecar, {
    format: endsInDelimiter ? { ...format, fieldCount: format.fieldCount + 1 } : format,
    lineEnd,
    blockBytes: limits.blockBytes,
  });
  const uploadId = await uploadIdOf(job, generation);
  const { etag } = await store.putPart(keys.sorted, uploadId, range + 1, bytes.subarray(room, room + written.bytes));
  await store.create(sidecarKey(job, range), Buffer.from(sidecar.buffer, sidecar.byteOffset, sidecar.byteLength));
  const merged = { etag, bytes: written.bytes, records: order.length, blocks: [...written.blocks] };
  return { ...merged, ...(endsInDelimiter && { endsInDelimiter }) };
}
