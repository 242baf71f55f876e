import * as z from 'zod';
import { readOrMake } from '../../../shared/use-cases/work-objects.ts';
import type { RecordFormat } from '../../domain/csv/record-format.ts';
import { endsInDelimiter, joinTrailing, type TrailingDelimiter } from '../../domain/csv/trailing-delimiter.ts';
import { FRAME_BYTES } from '../../domain/sort/frame.ts';
import { HighestId } from '../../domain/sort/highest-id.ts';
import { IdSpace } from '../../domain/sort/id-space.ts';
import { RunIndexer } from '../../domain/sort/index-run.ts';
import type { RunSource } from '../../domain/sort/resolve.ts';
import { RunTable } from '../../domain/sort/run-table.ts';
import { Scratch } from '../../domain/sort/scratch.ts';
import { TableSorter } from '../../domain/sort/sort-table.ts';
import { writeRun } from '../../domain/sort/write-run.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';

/**
 * Records sorted at once. Files of very short records would need more memory for their numbers than for their bytes;
 * such a run is kept as several sorted segments.
 */
const SEGMENT_RECORDS = 1 << 20;

export const RunResultSchema = z.strictObject({
  /** Bytes of the frames and of the samples of each segment of the run. */
  segments: z.array(z.strictObject({ framedBytes: z.int().min(1), sampleBytes: z.int().min(1) })).min(1),
  records: z.int().min(1),
  /** The greatest number in an ID of the form that the CRM table generates; 0 when there is none. */
  highestId: z.int().min(0),
  /** Whether its records have one blank cell more than the header row; `no` if the format does not allow it. */
  trailingDelimiter: z.enum(['yes', 'no', 'unknown']).default('no'),
});
export type RunResult = z.infer<typeof RunResultSchema>;

const scratch = new Scratch();
const table = new RunTable();
const sorter = new TableSorter();

/** Sorts the records of run `index`, as the resolved scan numbers them. */
export async function sortRun(job: SortJob, index: number): Promise<RunResult> {
  const { store, keys } = job;
  return readOrMake(store, keys.work('run', index), RunResultSchema, async () => {
    const { runs } = await resolvedFile(job);
    const run = runs[index];
    if (!run) throw new RangeError(`there is no run ${index}`);
    return sort(job, index, run);
  });
}

async function sort(job: SortJob, index: number, run: RunSource): Promise<RunResult> {
  const { store, source, format, limits } = job;
  const size = run.end - run.start;
  const most = limits.scanBytes + limits.recordBytes;
  // The source, the IDs that had to be decoded, the frames.
  const bytes = scratch.ofBytes(3 * most + FRAME_BYTES * Math.min(SEGMENT_RECORDS, most));
  const read = await store.readInto(source.key, bytes, { versionId: source.versionId, start: run.start, end: run.end });
  if (read !== size) throw new Error(`read ${read} bytes of the source instead of ${size}`);
  const highest = new HighestId(Buffer.from(job.idPrefix));
  const indexer = new RunIndexer(bytes.subarray(0, size), format, new IdSpace(bytes, size), highest);
  const segments: RunResult['segments'] = [];
  let trailingDelimiter: TrailingDelimiter = format.mayEndInDelimiter ? 'unknown' : 'no';
  for (let done = 0; done < run.records; done += table.count) {
    table.clear();
    indexer.next(Math.min(SEGMENT_RECORDS, run.records - done), table);
    if (trailingDelimiter !== 'no') trailingDelimiter = trailingOf(bytes, table, format, trailingDelimiter);
    const order = sorter.sort(bytes, table, format.customerIdColumn !== undefined);
    const { framedBytes, samples } = writeRun(bytes, table, order, 2 * most, {
      firstOrdinal: done,
      sampleBytes: limits.sampleBytes,
    });
    const segment = segments.push({ framedBytes, sampleBytes: samples.length }) - 1;
    await store.create(framesKey(job, index, segment), bytes.subarray(2 * most, 2 * most + framedBytes));
    await store.create(samplesKey(job, index, segment), samples);
  }
  return { segments, records: run.records, highestId: highest.highest, trailingDelimiter };
}

/** The verdict of the table's records, joined with that of the records before them. */
function trailingOf(
  bytes: Buffer,
  rows: RunTable,
  format: RecordFormat,
  before: Exclude<TrailingDelimiter, 'no'>,
): TrailingDelimiter {
  const answers = function* () {
    for (let row = 0; row < rows.count; row += 1) {
      const start = rows.startOf(row);
      yield endsInDelimiter(bytes, start, start + rows.lengthOf(row), format);
    }
  };
  const joined = joinTrailing(answers());
  return joined === 'unknown' ? before : joined;
}

export function framesKey({ keys }: Pick<SortJob, 'keys'>, run: number, segment: number): string {
  return keys.work('run', run, `${segment}.frames`);
}

export function samplesKey({ keys }: Pick<SortJob, 'keys'>, run: number, segment: number): string {
  return keys.work('run', run, `${segment}.samples`);
}
