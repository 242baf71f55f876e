import * as z from 'zod';
import { readOrMake } from '../../../shared/use-cases/work-objects.ts';
import { CR, skipCarriageReturns } from '../../domain/csv/bytes.ts';
import { scanBytes } from '../../domain/csv/scan-bytes.ts';
import { ScanPartSchema } from '../../domain/csv/scan-part.ts';
import { type ByteRange, scanRangeAt } from '../../domain/sort/ranges.ts';
import { Scratch } from '../../domain/sort/scratch.ts';
import type { SortJob } from './sort-job.ts';

/** The contents of one range for each of the four states in which it may begin. */
export const RangeScanSchema = z.array(ScanPartSchema).length(4);
export type RangeScan = z.infer<typeof RangeScanSchema>;

const scratch = new Scratch();

/** Bytes to read after a range: enough for the carriage returns of a usual line end and the byte after them. */
const BYTES_BEHIND = 16;
/** Bytes per read if more carriage returns follow. */
const CARRIAGE_RETURN_BYTES = 64 * 1024;

/** Scans byte range `index` of the source. */
export async function scanRange(job: SortJob, index: number): Promise<RangeScan> {
  const { store, keys } = job;
  return readOrMake(store, keys.work('scan', index), RangeScanSchema, () => scan(job, index));
}

async function scan(job: SortJob, index: number): Promise<RangeScan> {
  const { source, format, limits } = job;
  const range = scanRangeAt(job, index);
  // The byte before shows whether a line begins here.
  const start = Math.max(range.start - 1, source.dataStart);
  return scanBytes({
    bytes: await readWindow(job, range, start),
    from: range.start - start,
    to: range.end - start,
    base: start,
    dataStart: source.dataStart,
    delimiter: format.delimiter,
    recordBytes: limits.recordBytes,
  });
}

/**
 * The bytes from `start` to the end of the range, and the following ones up to the first that is no carriage return.
 */
async function readWindow(job: SortJob, range: ByteRange, start: number): Promise<Buffer> {
  const { store, source, limits } = job;
  const { key, versionId, size } = source;
  const end = Math.min(range.end + BYTES_BEHIND, size);
  const bytes = scratch.ofBytes(limits.scanBytes + BYTES_BEHIND + 2);
  const read = await store.readInto(key, bytes, { versionId, start, end });
  if (read !== end - start) throw new Error(`read ${read} bytes of the source instead of ${end - start}`);
  const edge = range.end - start;
  const showsMore = end === size || skipCarriageReturns(bytes, edge, read) < read;
  if (showsMore) return bytes.subarray(0, read);
  // Of a run of carriage returns only the byte after it matters.
  bytes[read] = await byteBehindCarriageReturns(job, end);
  return bytes.subarray(0, read + 1);
}

/** A carriage return if no other byte follows before the end of the file, or before a record would be too long. */
async function byteBehindCarriageReturns({ store, source, limits }: SortJob, from: number): Promise<number> {
  const { key, versionId, size } = source;
  const limit = Math.min(size, from + limits.recordBytes);
  for (let start = from; start < limit; start += CARRIAGE_RETURN_BYTES) {
    const bytes = await store.read(key, { versionId, start, end: Math.min(start + CARRIAGE_RETURN_BYTES, limit) });
    const other = bytes[skipCarriageReturns(bytes, 0)];
    if (other !== undefined) return other;
  }
  return CR;
}
