import * as z from 'zod';

const amount = z.number().min(0);

/** What one invocation of a step used: a small object beside the import's work, so that a retry counts, too. */
export const StepUsageSchema = z.strictObject({
  step: z.string().min(1),
  chunk: z.int().min(0).optional(),
  writeUnits: amount,
  readUnits: amount,
  s3Reads: amount,
  s3Writes: amount,
  /** Seconds that Lambda charges: those of the invocation, and of starting its environment where it was the first. */
  seconds: amount,
  memoryMegabytes: z.int().min(1),
});
export type StepUsage = z.infer<typeof StepUsageSchema>;
