import * as z from 'zod';
import { scanBytes } from '../../domain/csv/scan-bytes.ts';
import { ScanPartSchema } from '../../domain/csv/scan-part.ts';
import { scanRangeAt } from '../../domain/sort/ranges.ts';
import { Scratch } from '../../domain/sort/scratch.ts';
import { readOrMake } from '../work-objects.ts';
import type { SortJob } from './sort-job.ts';

/** What one range holds, for each of the four states in which it may begin. */
export const RangeScanSchema = z.array(ScanPartSchema).length(4);
export type RangeScan = z.infer<typeof RangeScanSchema>;

const scratch = new Scratch();

/** Scans byte range `index` of the source. */
export async function scanRange(job: SortJob, index: number): Promise<RangeScan> {
  const { store, keys } = job;
  return readOrMake(store, keys.work('scan', index), RangeScanSchema, () => scan(job, index));
}

async function scan(job: SortJob, index: number): Promise<RangeScan> {
  const { store, source, format, limits } = job;
  const range = scanRangeAt(job, index);
  // One byte more on either side shows line ends and record starts that lie on an edge.
  const start = Math.max(range.start - 1, source.dataStart);
  const end = Math.min(range.end + 1, source.size);
  const bytes = scratch.ofBytes(limits.scanBytes + 2);
  const read = await store.readInto(source.key, bytes, { versionId: source.versionId, start, end });
  if (read !== end - start) throw new Error(`read ${read} bytes of the source instead of ${end - start}`);
  return scanBytes({
    bytes: bytes.subarray(0, read),
    from: range.start - start,
    to: range.end - start,
    base: start,
    dataStart: source.dataStart,
    delimiter: format.delimiter,
    recordBytes: limits.recordBytes,
  });
}
