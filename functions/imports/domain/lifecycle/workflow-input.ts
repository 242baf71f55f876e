import * as z from 'zod';

/** What every step of the workflow is told; the rest is in the plan and in the work objects. */
export const WorkflowInputSchema = z.object({
  importId: z.string().min(1),
  prefix: z.string().min(1),
  fence: z.int().min(1),
});
export type WorkflowInput = z.infer<typeof WorkflowInputSchema>;
