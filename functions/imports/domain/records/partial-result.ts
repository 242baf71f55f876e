import * as z from 'zod';
import type { Fate } from './chunk-result.ts';

const count = z.int().min(0);

/**
 * The fates of a chunk when its import was cancelled; used for the counts only. A resumed import processes the chunk
 * again, with the same fates for these records.
 */
export const PartialResultSchema = z.strictObject({
  startedAt: z.iso.datetime(),
  updated: count,
  inserted: count,
  ignored: count,
  failed: count,
});
export type PartialResult = z.infer<typeof PartialResultSchema>;

export const processedRecords = ({ updated, inserted, ignored, failed }: Readonly<Record<Fate, number>>): number =>
  updated + inserted + ignored + failed;
