import * as z from 'zod';

/** The input of every step; everything else is in the plan and in work objects. */
export const WorkflowInputSchema = z.object({
  importId: z.string().min(1),
  prefix: z.string().min(1),
  fence: z.int().min(1),
});
export type WorkflowInput = z.infer<typeof WorkflowInputSchema>;
