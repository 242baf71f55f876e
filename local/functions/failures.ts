import type { FunctionConfig, FunctionFailure } from './types.ts';

/** Failures that Lambda itself reports, under the error names that state machines match in Retry and Catch. */
export function timedOut(config: FunctionConfig, requestId: string): FunctionFailure {
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${config.timeoutSeconds.toFixed(2)} seconds`,
  };
}

export function outOfMemory(config: FunctionConfig, requestId: string, peakMb: number): FunctionFailure {
  return {
    errorType: 'Runtime.OutOfMemory',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed (${Math.ceil(peakMb)} MB used of ${config.memoryMb} MB)`,
  };
}

export function exited(requestId: string, code: number | null, signal: string | null): FunctionFailure {
  const how = signal === null ? `exit status ${code ?? 0}` : `signal: ${signal}`;
  return {
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${how}`,
  };
}

export function requestTooLarge(bytes: number, limit: number): FunctionFailure {
  return {
    errorType: 'RequestEntityTooLargeException',
    errorMessage: `${bytes} byte payload is too large for the limit of ${limit} bytes`,
  };
}

export function responseTooLarge(bytes: number, limit: number): FunctionFailure {
  return {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${limit} bytes).`,
  };
}
