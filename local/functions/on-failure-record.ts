import { type JsonValue, parseJson } from '../json-value.ts';
import type { FunctionFailure } from './types.ts';

/** An asynchronous invocation that has failed for the last time. */
interface FailedInvocation {
  readonly requestId: string;
  readonly functionArn: string;
  /** JSON text. */
  readonly event: string;
  readonly condition: 'RetriesExhausted' | 'EventAgeExceeded';
  readonly attempts: number;
  readonly failure: FunctionFailure;
}

/** The record that Lambda sends to an on-failure destination: JSON text. */
export function onFailureRecord(invocation: FailedInvocation, now: Date): string {
  const { requestId, functionArn, event, condition, attempts, failure } = invocation;
  const requestPayload: JsonValue = parseJson(event);
  return JSON.stringify({
    version: '1.0',
    timestamp: now.toISOString(),
    requestContext: { requestId, functionArn: `${functionArn}:$LATEST`, condition, approximateInvokeCount: attempts },
    requestPayload,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: failure,
  });
}
