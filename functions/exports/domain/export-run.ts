import * as z from 'zod';

/** A run of a schedule of exports: the event of start-export. */
export const ExportFiringSchema = z.object({
  schedule: z.object({
    scheduleId: z.string().min(1),
    prefix: z.string().min(1),
    source: z.object({ kind: z.literal('export'), exportDefinitionId: z.string().min(1) }),
    /** By whose rights it runs. */
    orderedBy: z.string().min(1),
  }),
  scheduledAt: z.iso.datetime(),
});
export type ExportFiring = z.infer<typeof ExportFiringSchema>;

/** What became of a run: the export that it has started, or why it could not. */
export type ExportRunOutcome = { readonly exportId: string } | { readonly reason: string };
