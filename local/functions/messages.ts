import * as z from 'zod';

/** A message from the parent to an execution environment. Times are milliseconds since 1970. */
export interface InvokeMessage {
  readonly requestId: string;
  readonly event: string;
  readonly deadline: number;
  readonly functionArn: string;
}

const failure = z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()).optional() });

/** A message from an execution environment to its parent. */
export const EnvironmentMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('init-failed'), failure }),
  z.object({ kind: z.literal('succeeded'), requestId: z.string(), payload: z.string() }),
  z.object({ kind: z.literal('failed'), requestId: z.string(), failure }),
]);
