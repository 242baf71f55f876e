import * as z from 'zod';
import { PublishedTableSchema } from '../../../crm-tables/index.ts';
import { ImportLimitsSchema } from '../limits.ts';

/** Decided once when a generation begins, so that every later attempt writes the same generation. */
export const IndexPlanSchema = z.strictObject({
  generation: z.int().min(1),
  /** Before the first customer is read. */
  startedAt: z.iso.datetime(),
  /** What is no longer due when the generation is live. */
  scope: z.strictObject({
    missing: z.array(z.string()),
    marks: z.array(z.string()),
    wanted: z.int().optional(),
  }),
  table: PublishedTableSchema,
  limits: ImportLimitsSchema,
});
export type IndexPlan = z.infer<typeof IndexPlanSchema>;
