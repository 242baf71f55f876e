import * as z from 'zod';

export const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
export type Status = (typeof STATUSES)[number];

/** One execution as it is kept on disk. Times are milliseconds since 1970; `input` and `output` are JSON text. */
export const ExecutionRecordSchema = z.object({
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  status: z.enum(STATUSES),
  input: z.string(),
  startDate: z.number(),
  stopDate: z.number().optional(),
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
  /** State transitions so far, the items of Distributed Maps included. */
  transitions: z.number(),
  /** Events in its own history. */
  historyEvents: z.number(),
  /** The last status whose change event has been accepted by the event bus. */
  announced: z.enum(STATUSES).optional(),
});
export type ExecutionRecord = z.infer<typeof ExecutionRecordSchema>;

/** How an execution ended. */
export type Ending = Pick<ExecutionRecord, 'output' | 'error' | 'cause'> & { readonly status: Status };
