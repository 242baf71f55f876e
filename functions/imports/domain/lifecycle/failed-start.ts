import * as z from 'zod';
import type { Rejection } from '../plan.ts';

/** Why Lambda gave up an event of start-import. */
export type StartFailure = 'out-of-memory' | 'timed-out' | 'too-old' | 'error';

/** The record that Lambda sends to an on-failure destination, as far as it is used here. */
const FailedInvocationSchema = z.object({
  requestContext: z.object({ condition: z.string() }),
  requestPayload: z.unknown(),
  /** The result of the last attempt; absent if there was none. */
  responsePayload: z.object({ errorType: z.string().default(''), errorMessage: z.string().default('') }).nullish(),
});

export interface FailedStart {
  /** The event of the failed invocation. */
  readonly event: unknown;
  readonly failure: StartFailure;
}

/** @throws ZodError when the event is another one */
export function readFailedStart(record: unknown): FailedStart {
  const { requestContext, requestPayload, responsePayload } = FailedInvocationSchema.parse(record);
  const { errorType = '', errorMessage = '' } = responsePayload ?? {};
  return { event: requestPayload, failure: failureOf(requestContext.condition, `${errorType} ${errorMessage}`) };
}

/** Lambda names the error by its type, by its message, or by both: that differs between versions of the runtime. */
function failureOf(condition: string, error: string): StartFailure {
  if (condition === 'EventAgeExceeded') return 'too-old';
  if (/OutOfMemory|signal: (killed|aborted)|heap out of memory/i.test(error)) return 'out-of-memory';
  return /Timedout|timed out/i.test(error) ? 'timed-out' : 'error';
}

const CAUSES: Readonly<Record<StartFailure, string>> = {
  'out-of-memory': 'the function start-import ran out of memory in every attempt to inspect the file',
  'timed-out': 'the function start-import timed out in every attempt to inspect the file',
  'too-old': 'the function start-import could not run for six hours',
  error: 'the function start-import failed in every attempt; its log has the error (event.failed)',
};

/** The rejection of an import that could not be started. @param advice a sentence for users */
export const startRejection = (failure: StartFailure, advice: string): Rejection => ({
  code: `start.${failure === 'error' ? 'failed' : failure}`,
  reason: `The import could not be started: ${CAUSES[failure]}. ${advice}`,
});
