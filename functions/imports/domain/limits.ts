import * as z from 'zod';

/**
 * One whole processor for every step: a step is bound by it and uses no second one. Memory comes along; a step needs
 * under 512 MB of it.
 */
export const STEP_MEMORY_MEGABYTES = 1_769;

const MiB = 1024 * 1024;
const bytes = (size: number) => z.int().min(1).default(size);

/**
 * How large the pieces of one import are. Fixed when the import is planned, so that a resumed one cuts the same pieces.
 * Tests lower them, to get hundreds of chunks out of small files.
 */
export const ImportLimitsSchema = z.strictObject({
  /** Bytes of the source that one scan, and one sorted run, covers. */
  scanBytes: bytes(64 * MiB),
  /** Smallest part that we upload, the last one excepted. S3 itself asks for 5 MiB. */
  partBytes: bytes(8 * MiB),
  /** Framed bytes that a merge range is sure to hold; at most two sample blocks of each run come on top. */
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
  /** Most bytes of a file that has to be unpacked, or turned into UTF-8, first: one step does that. */
  unpackedBytes: bytes(2 * 1024 * MiB),
  /** How many times its packed size a file may have unpacked: nobody's customers pack so well. */
  unpackedRatio: z.int().min(1).default(200),
  /**
   * Up to this size the lines of `failures.csv` and `warnings.csv` have the order of the source, because one step can sort
   * so many bytes in its memory. The lines of a larger file have it within each piece of this size alone.
   */
  orderedBytes: bytes(64 * MiB),
  /** Most chunks that one Map state is given. */
  maxChunks: z.int().min(1).default(2_000),
});
export type ImportLimits = z.infer<typeof ImportLimitsSchema>;
