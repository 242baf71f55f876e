import * as z from 'zod';

const amount = z.number().min(0);

const consumption = {
  /** Index entries included. */
  writeUnits: amount,
  /** An eventually consistent read takes half a unit per 4 KB. */
  readUnits: amount,
  transitions: amount,
  /** Seconds of Lambda times the memory configured, in GB. */
  lambdaGbSeconds: amount,
  s3Requests: amount,
  minutes: amount,
  /** At the prices of us-east-1, on demand. */
  dollars: amount,
};

/** The estimated cost of an import, before it starts. */
export const CostEstimateSchema = z
  .strictObject({
    rows: z.int().min(0),
    /** Estimated numbers of new, changed and unchanged rows; all others fail. */
    inserts: z.int().min(0),
    updates: z.int().min(0),
    unchanged: z.int().min(0),
    /** Mean size of a customer's item after the import, in bytes. */
    itemBytes: z.int().min(0).optional(),
    ...consumption,
  })
  .meta({ id: 'CostEstimate' });
export type CostEstimate = z.infer<typeof CostEstimateSchema>;

/** The metered cost of an import, retries included. */
export const MeteredCostSchema = z.strictObject(consumption).meta({ id: 'MeteredCost' });
export type MeteredCost = z.infer<typeof MeteredCostSchema>;
