import * as z from 'zod';

const amount = z.number().min(0);

/** The use of one invocation of a step. Stored as an object per invocation, so that retries count too. */
export const StepUsageSchema = z.strictObject({
  step: z.string().min(1),
  chunk: z.int().min(0).optional(),
  writeUnits: amount,
  readUnits: amount,
  s3Reads: amount,
  s3Writes: amount,
  /** Charged seconds of Lambda: the invocation, and the start of its environment if it was the first. */
  seconds: amount,
  memoryMegabytes: z.int().min(1),
});
export type StepUsage = z.infer<typeof StepUsageSchema>;
