import * as z from 'zod';

export const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
export type Status = (typeof STATUSES)[number];

/** One stored execution. Times are milliseconds since 1970; `input` and `output` are JSON text. */
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
  /** State transitions so far, including those of the items of Distributed Maps. */
  transitions: z.number(),
  /** Number of events in its history, without those of its items. */
  historyEvents: z.number(),
  /** The last status whose change event the event bus has accepted. */
  announced: z.enum(STATUSES).optional(),
});
export type ExecutionRecord = z.infer<typeof ExecutionRecordSchema>;

/** The outcome of an execution. */
export type Ending = Pick<ExecutionRecord, 'output' | 'error' | 'cause'> & { readonly status: Status };
