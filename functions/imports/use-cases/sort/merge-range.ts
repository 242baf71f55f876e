import type { Slice } from '../../domain/sort/choose-cuts.ts';
import { Cut } from '../../domain/sort/cut-key.ts';
import { IdSpace } from '../../domain/sort/id-space.ts';
import { MergeTable } from '../../domain/sort/merge-table.ts';
import { Scratch } from '../../domain/sort/scratch.ts';
import { SIDECAR_WORDS } from '../../domain/sort/sidecar.ts';
import { TableSorter } from '../../domain/sort/sort-table.ts';
import { type MergeResult, MergeResultSchema } from '../../domain/sort/sorted-index.ts';
import { writeSorted } from '../../domain/sort/write-sorted.ts';
import { readOrMake, readResult } from '../work/work-objects.ts';
import { type CutResult, CutResultSchema } from './cut-ranges.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';
import { framesKey } from './sort-run.ts';
import { uploadIdOf } from './upload-generation.ts';

const scratch = new Scratch();
const sidecarScratch = new Scratch();
const table = new MergeTable();
const sorter = new TableSorter();

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

async function merge(job: SortJob, cuts: CutResult, { range, generation }: MergeTask): Promise<MergeResult> {
  const { store, keys, format, limits } = job;
  const { lineEnd } = await resolvedFile(job);
  // Room for the frames, sorted records and decoded IDs of the largest range, so that every range uses the same pages
  // of memory.
  const room = Math.max(...cuts.ranges.map(sliceBytes));
  const bytes = scratch.ofBytes(3 * room);
  table.begin(bytes, cuts.segments);
  await readSlices(job, cuts, range, bytes, new IdSpace(bytes, 2 * room));
  const order = sorter.sort(bytes, table, format.customerIdColumn !== undefined);
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

function sliceBytes({ slices }: CutResult['ranges'][number]): number {
  return slices.reduce((total, [, from, to]) => total + to - from, 0);
}

/**
 * Reads the range's slices one after another, and adds those of their records that belong to the range to the table.
 */
async function readSlices(job: SortJob, cuts: CutResult, range: number, bytes: Buffer, ids: IdSpace): Promise<void> {
  const limits = cutsAround(cuts.ranges, range);
  let at = 0;
  for (const slice of cuts.ranges[range]?.slices ?? []) {
    const length = await readSlice(job, cuts.segments, slice, bytes.subarray(at));
    table.addSlice(slice[0], at, at + length, limits, ids);
    at += length;
  }
}

async function readSlice(
  job: SortJob,
  segments: CutResult['segments'],
  [index, start, end]: Slice,
  target: Uint8Array,
): Promise<number> {
  const { run, segment } = segments[index] ?? { run: 0, segment: 0 };
  const read = await job.store.readInto(framesKey(job, run, segment), target, { start, end });
  if (read !== end - start) throw new Error(`read ${read} bytes of a run instead of ${end - start}`);
  return read;
}

function cutsAround(ranges: CutResult['ranges'], range: number): { from?: Cut; to?: Cut } {
  const from = ranges[range]?.from;
  const to = ranges[range + 1]?.from;
  return { ...(from && { from: new Cut(from) }), ...(to && { to: new Cut(to) }) };
}
