import * as z from 'zod';
import { readOrMake, readResults } from '../../../shared/use-cases/work-objects.ts';
import { joinTrailing } from '../../domain/csv/trailing-delimiter.ts';
import { CutSegmentsSchema, cutSegments, type SegmentOfRun } from './cut-segments.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';
import { RunResultSchema } from './sort-run.ts';
import { openGeneration } from './upload-generation.ts';

export const CutResultSchema = CutSegmentsSchema.extend({
  /** Set if every record of the file has one blank cell more than the header row. */
  endsInDelimiter: z.literal(true).optional(),
});
type CutResult = z.infer<typeof CutResultSchema>;

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
  const { ranges } = await cutSegments(job, segments, job.format.customerIdColumn !== undefined);
  return { segments, ...(endsInDelimiter && { endsInDelimiter }), ranges };
}

async function readRuns({
  store,
  keys,
  ...job
}: SortJob): Promise<{ segments: SegmentOfRun[] } & Pick<CutResult, 'endsInDelimiter'>> {
  const { runs } = await resolvedFile({ store, keys, ...job });
  const results = await readResults(store, runs.length, (run) => keys.work('run', run), RunResultSchema);
  const segments = runs.flatMap(({ ordinal, line }, run) =>
    (results[run]?.segments ?? []).map((sizes, segment) => ({ run, segment, ...sizes, ordinal, line })),
  );
  const trailing = joinTrailing(results.map(({ trailingDelimiter }) => ANSWERS[trailingDelimiter]));
  return { segments, ...(trailing === 'yes' && { endsInDelimiter: true as const }) };
}

const ANSWERS = { yes: true, no: false, unknown: undefined } as const;
