import type { BackOff } from './back-off.ts';

/** Transient errors: the codes of statements and the names of exceptions. */
const TRANSIENT = new Set([
  'ThrottlingError',
  'ThrottlingException',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'InternalServerError',
  'InternalServerErrorException',
  'ServiceUnavailable',
  'TransactionConflict',
  'TransactionConflictException',
  'TransactionInProgressException',
  'RequestLimitExceeded',
  'LimitExceededException',
]);

export function isTransient(code: string): boolean {
  return TRANSIENT.has(code);
}

/**
 * Repeats a call that fails as a whole with a transient error: the SDK's own retries end sooner.
 * @throws TableBusy when the error persists, and any other error of the call
 */
export async function withRetries<T>(backOff: BackOff, count: number, call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Error) || !isTransient(error.name)) throw error;
      await backOff.wait(attempt, count, error.name);
    }
  }
}
