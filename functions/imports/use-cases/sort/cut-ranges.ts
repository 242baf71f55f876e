import * as z from 'zod';
import { joinTrailing } from '../../domain/csv/trailing-delimiter.ts';
import { chooseCuts } from '../../domain/sort/choose-cuts.ts';
import { CutKeySchema } from '../../domain/sort/cut-key.ts';
import { SampleTable } from '../../domain/sort/sample-table.ts';
import { Scratch } from '../../domain/sort/scratch.ts';
import { TableSorter } from '../../domain/sort/sort-table.ts';
import { readOrMake, readResults } from '../work/work-objects.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';
import { RunResultSchema, samplesKey } from './sort-run.ts';
import { openGeneration } from './upload-generation.ts';

const SegmentSchema = z.strictObject({
  run: z.int().min(0),
  segment: z.int().min(0),
  framedBytes: z.int().min(1),
  sampleBytes: z.int().min(1),
  /** Ordinal and line of the run's first record. */
  ordinal: z.int().min(0),
  line: z.int().min(1),
});

const SliceSchema = z.tuple([z.int().min(0), z.int().min(0), z.int().min(0)]);

export const CutResultSchema = z.strictObject({
  segments: z.array(SegmentSchema),
  /** Set if every record of the file has one blank cell more than the header row. */
  endsInDelimiter: z.literal(true).optional(),
  ranges: z.array(z.strictObject({ from: CutKeySchema.optional(), slices: z.array(SliceSchema) })).min(1),
});
export type CutResult = z.infer<typeof CutResultSchema>;
type SegmentOfRun = z.infer<typeof SegmentSchema>;

const scratch = new Scratch();
const sorter = new TableSorter();

export interface Cuts {
  /** Ranges to merge. */
  readonly ranges: number;
  /** The upload of the sorted file for the parts; counts the uploads that this import has lost. */
  readonly generation: number;
}

/** Cuts the sorted order into ranges of about `mergeBytes`, and opens an upload for their parts. */
export async function cutRanges(job: SortJob): Promise<Cuts> {
  const { ranges } = await readOrMake(job.store, job.keys.work('cut', 0), CutResultSchema, () => cut(job));
  return { ranges: ranges.length, generation: await openGeneration(job) };
}

async function cut(job: SortJob): Promise<CutResult> {
  const { segments, endsInDelimiter } = await readRuns(job);
  const samples = await readSamples(job, segments);
  const order = sorter.sort(samples.bytes, samples.table, job.format.customerIdColumn !== undefined);
  const ranges = chooseCuts(samples.table, order, segments, job.limits);
  return {
    segments,
    ...(endsInDelimiter && { endsInDelimiter }),
    ranges: ranges.map(({ from, slices }) => (from ? { from, slices } : { slices })),
  };
}

async function readRuns({ store, keys, ...job }: SortJob): Promise<Pick<CutResult, 'segments' | 'endsInDelimiter'>> {
  const { runs } = await resolvedFile({ store, keys, ...job });
  const results = await readResults(store, runs.length, (run) => keys.work('run', run), RunResultSchema);
  const segments = runs.flatMap(({ ordinal, line }, run) =>
    (results[run]?.segments ?? []).map((sizes, segment) => ({ run, segment, ...sizes, ordinal, line })),
  );
  const trailing = joinTrailing(results.map(({ trailingDelimiter }) => ANSWERS[trailingDelimiter]));
  return { segments, ...(trailing === 'yes' && { endsInDelimiter: true as const }) };
}

const ANSWERS = { yes: true, no: false, unknown: undefined } as const;

async function readSamples(
  job: SortJob,
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
