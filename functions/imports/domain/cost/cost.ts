import * as z from 'zod';

const amount = z.number().min(0);

const consumption = {
  /** DynamoDB write units, index entries included. */
  writeUnits: amount,
  /** DynamoDB read units; an eventually consistent read takes half. */
  readUnits: amount,
  /** State transitions of Step Functions. */
  transitions: amount,
  /** Seconds of Lambda times the memory configured, in GB. */
  lambdaGbSeconds: amount,
  s3Requests: amount,
  minutes: amount,
  /** At the prices of us-east-1, on demand. */
  dollars: amount,
};

/** What an import is thought to take, before it starts. */
export const CostEstimateSchema = z
  .strictObject({
    rows: z.int().min(0),
    /** How many of the rows are thought to be new, changed and equal; the rest fails. */
    inserts: z.int().min(0),
    updates: z.int().min(0),
    unchanged: z.int().min(0),
    /** Mean size of a customer's item that the file leaves, in bytes. */
    itemBytes: z.int().min(0).optional(),
    ...consumption,
  })
  .meta({ id: 'CostEstimate' });
export type CostEstimate = z.infer<typeof CostEstimateSchema>;

/** What an import took, retries included. */
export const MeteredCostSchema = z.strictObject(consumption).meta({ id: 'MeteredCost' });
export type MeteredCost = z.infer<typeof MeteredCostSchema>;
