/**
 * Covers what differs between two Lambda hosts: their clocks, how soon a timed-out worker is killed, and a request that
 * it has sent and DynamoDB has not yet carried out.
 */
const SKEW_SECONDS = 5;

/**
 * The time after which no worker of an execution can write any more. The cancel flag is set at `flaggedAt`: a worker that
 * begins later finds it and writes nothing, and one that began earlier ends with its time-out.
 */
export function drainEnd(flaggedAt: Date, writeStepTimeoutSeconds: number): string {
  return new Date(flaggedAt.getTime() + (writeStepTimeoutSeconds + SKEW_SECONDS) * 1000).toISOString();
}
