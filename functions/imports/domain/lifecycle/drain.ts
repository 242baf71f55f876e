/**
 * Covers the differences between two Lambda hosts: their clocks, the delay until a timed-out worker is killed, and a
 * request in flight that DynamoDB has not carried out.
 */
const SKEW_SECONDS = 5;

/**
 * The time after which no worker of an execution can write. The cancel flag is set at `flaggedAt`: a worker that begins
 * later finds it and writes nothing; an earlier one ends by its time-out.
 */
export function drainEnd(flaggedAt: Date, writeStepTimeoutSeconds: number): string {
  return new Date(flaggedAt.getTime() + (writeStepTimeoutSeconds + SKEW_SECONDS) * 1000).toISOString();
}
