import type { Slice } from '../../domain/sort/choose-cuts.ts';
import { Cut } from '../../domain/sort/cut-key.ts';
import { IdSpace } from '../../domain/sort/id-space.ts';
import { MergeTable } from '../../domain/sort/merge-table.ts';
import { Scratch } from '../../domain/sort/scratch.ts';
import { TableSorter } from '../../domain/sort/sort-table.ts';
import type { CutSegments } from './cut-segments.ts';
import type { SortJob } from './sort-job.ts';
import { framesKey } from './sort-run.ts';

const scratch = new Scratch();
const table = new MergeTable();
const sorter = new TableSorter();

/** The records of one merge range; valid until the next range is read. */
export interface SortedRange {
  /** The memory of the frames in its first `room` bytes; twice as much follows, of which decoded IDs use the last third. */
  readonly bytes: Buffer;
  readonly room: number;
  readonly table: MergeTable;
  /** The rows of the table in sorted order. */
  readonly order: Uint32Array;
}

/** Reads the slices of one range from all runs, and sorts their records. @param byId by ID, then by record */
export async function readRange(
  job: Pick<SortJob, 'store' | 'keys'>,
  cuts: CutSegments,
  range: number,
  byId: boolean,
): Promise<SortedRange> {
  // Room for the frames, sorted records and decoded IDs of the largest range, so that every range uses the same pages
  // of memory.
  const room = Math.max(...cuts.ranges.map(sliceBytes));
  const bytes = scratch.ofBytes(3 * room);
  table.begin(bytes, cuts.segments);
  await readSlices(job, cuts, range, bytes, new IdSpace(bytes, 2 * room));
  return { bytes, room, table, order: sorter.sort(bytes, table, byId) };
}

function sliceBytes({ slices }: CutSegments['ranges'][number]): number {
  return slices.reduce((total, [, from, to]) => total + to - from, 0);
}

/**
 * Reads the range's slices one after another, and adds those of their records that belong to the range to the table.
 */
async function readSlices(
  job: Pick<SortJob, 'store' | 'keys'>,
  cuts: CutSegments,
  range: number,
  bytes: Buffer,
  ids: IdSpace,
): Promise<void> {
  const limits = cutsAround(cuts.ranges, range);
  let at = 0;
  for (const slice of cuts.ranges[range]?.slices ?? []) {
    const length = await readSlice(job, cuts.segments, slice, bytes.subarray(at));
    table.addSlice(slice[0], at, at + length, limits, ids);
    at += length;
  }
}

async function readSlice(
  job: Pick<SortJob, 'store' | 'keys'>,
  segments: CutSegments['segments'],
  [index, start, end]: Slice,
  target: Uint8Array,
): Promise<number> {
  const { run, segment } = segments[index] ?? { run: 0, segment: 0 };
  const read = await job.store.readInto(framesKey(job, run, segment), target, { start, end });
  if (read !== end - start) throw new Error(`read ${read} bytes of a run instead of ${end - start}`);
  return read;
}

function cutsAround(ranges: CutSegments['ranges'], range: number): { from?: Cut; to?: Cut } {
  const from = ranges[range]?.from;
  const to = ranges[range + 1]?.from;
  return { ...(from && { from: new Cut(from) }), ...(to && { to: new Cut(to) }) };
}
