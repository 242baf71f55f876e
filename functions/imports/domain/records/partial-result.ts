import * as z from 'zod';
import type { Fate } from './chunk-result.ts';

const count = z.int().min(0);

/**
 * What a chunk had done when its import was cancelled: for the counts alone. The chunk is done anew when the import is
 * resumed, and comes to the same fates for these records.
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
