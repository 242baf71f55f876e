import * as z from 'zod';

const count = z.int().min(0).default(0);

/** Bytes of the work objects that a chunk leaves beside its result; 0 where there is none. */
export const FragmentSizesSchema = z.strictObject({
  failed: count,
  log: count,
  csv: count,
  insert: count,
  update: count,
});
export type FragmentSizes = z.infer<typeof FragmentSizesSchema>;
export type FragmentKind = keyof FragmentSizes;

/**
 * What one chunk of a stage did. It is written last and once: a chunk that finds its result has nothing left to do, and
 * counts and files are put together from these alone.
 */
export const ChunkResultSchema = z.strictObject({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  records: count,
  updated: count,
  inserted: count,
  ignored: count,
  failed: count,
  warnings: count,
  /** Records that a differentiate chunk hands to the writing stages. */
  insertRows: count,
  updateRows: count,
  fragments: FragmentSizesSchema,
});
export type ChunkResult = z.infer<typeof ChunkResultSchema>;

/** Every record of a chunk has exactly one fate. */
export type Fate = 'updated' | 'inserted' | 'ignored' | 'failed';
