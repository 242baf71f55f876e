import * as z from 'zod';

/** One event of a history: `type` is the state's type and the event, e.g. `TaskStateEntered`; time in milliseconds since 1970. */
export const HistoryEventSchema = z.object({
  timestamp: z.number(),
  type: z.string(),
  state: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});
export type HistoryEvent = z.infer<typeof HistoryEventSchema>;
