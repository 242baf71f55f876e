import * as z from 'zod';

const MiB = 1024 * 1024;
const bytes = (size: number) => z.int().min(1).default(size);

/**
 * The sizes of an import's pieces. Fixed in the plan, so that a resumed import cuts the same pieces. Tests lower them,
 * to get hundreds of chunks from small files.
 */
export const ImportLimitsSchema = z.strictObject({
  /** Bytes of the source that one scan, and one sorted run, covers. */
  scanBytes: bytes(64 * MiB),
  /** Smallest part of an upload, except the last. S3 itself requires 5 MiB. */
  partBytes: bytes(8 * MiB),
  /** Framed bytes that a merge range certainly holds; at most two sample blocks of each run are added. */
  mergeBytes: bytes(64 * MiB),
  /** Granularity of the index of the sorted file: later stages cut their chunks at these blocks. */
  blockBytes: bytes(4 * MiB),
  /** Distance between two samples of a sorted run. */
  sampleBytes: bytes(32 * 1024),
  /** Bytes of the sorted file that one differentiate step reads. */
  differentiateBytes: bytes(16 * MiB),
  /** Records that one writing step writes. */
  writeRows: z.int().min(1).default(25_000),
  /** Longest record that is accepted, its line end included. */
  recordBytes: bytes(16 * MiB),
  /** Largest file that is accepted. */
  fileBytes: bytes(16 * 1024 * MiB),
  /** Most decoded bytes of a file that has to be decoded first: one step decodes it. */
  unpackedBytes: bytes(2 * 1024 * MiB),
  /** Largest ratio of unpacked to packed size: no customer data compress so well. */
  unpackedRatio: z.int().min(1).default(200),
  /**
   * Up to this size the lines of `failures.csv` and `warnings.csv` are in source order, since one step can sort that
   * many bytes in memory. A larger file is sorted within each piece of this size only.
   */
  orderedBytes: bytes(64 * MiB),
  /** Most chunks of one Map state. */
  maxChunks: z.int().min(1).default(2_000),
});
export type ImportLimits = z.infer<typeof ImportLimitsSchema>;
