import * as z from 'zod';
import { chooseCuts } from '../../domain/sort/choose-cuts.ts';
import { CutKeySchema } from '../../domain/sort/cut-key.ts';
import { SampleTable } from '../../domain/sort/sample-table.ts';
import { Scratch } from '../../domain/sort/scratch.ts';
import { TableSorter } from '../../domain/sort/sort-table.ts';
import type { SortJob } from './sort-job.ts';
import { samplesKey } from './sort-run.ts';

const SegmentSchema = z.strictObject({
  run: z.int().min(0),
  segment: z.int().min(0),
  framedBytes: z.int().min(1),
  sampleBytes: z.int().min(1),
  /** Ordinal and line of the run's first record. */
  ordinal: z.int().min(0),
  line: z.int().min(1),
});
export type SegmentOfRun = z.infer<typeof SegmentSchema>;

const SliceSchema = z.tuple([z.int().min(0), z.int().min(0), z.int().min(0)]);

/** The sorted segments of all runs, and the ranges into which their sorted order is cut. */
export const CutSegmentsSchema = z.strictObject({
  segments: z.array(SegmentSchema),
  ranges: z.array(z.strictObject({ from: CutKeySchema.optional(), slices: z.array(SliceSchema) })).min(1),
});
export type CutSegments = z.infer<typeof CutSegmentsSchema>;

export type CutJob = Pick<SortJob, 'store' | 'keys'> & {
  readonly limits: Pick<SortJob['limits'], 'mergeBytes' | 'partBytes'>;
};

const scratch = new Scratch();
const sorter = new TableSorter();

/** Cuts the sorted order of these segments into ranges of about `mergeBytes`. @param byId by ID, then by record */
export async function cutSegments(job: CutJob, segments: readonly SegmentOfRun[], byId: boolean): Promise<CutSegments> {
  const samples = await readSamples(job, segments);
  const order = sorter.sort(samples.bytes, samples.table, byId);
  const ranges = chooseCuts(samples.table, order, segments, job.limits);
  return { segments: [...segments], ranges: ranges.map(({ from, slices }) => (from ? { from, slices } : { slices })) };
}

async function readSamples(
  job: CutJob,
  segments: readonly SegmentOfRun[],
): Promise<{ readonly bytes: Buffer; readonly table: SampleTable }> {
  const bytes = scratch.ofBytes(segments.reduce((total, { sampleBytes }) => total + sampleBytes, 0));
  const table = new SampleTable(bytes, segments);
  let at = 0;
  for (const [index, { run, segment, sampleBytes }] of segments.entries()) {
    const read = await job.store.readInto(samplesKey(job, run, segment), bytes.subarray(at, at + sampleBytes));
    if (read !== sampleBytes) throw new Error(`read ${read} bytes of samples instead of ${sampleBytes}`);
    table.addSegment(index, at, at + sampleBytes);
    at += sampleBytes;
  }
  return { bytes, table };
}
