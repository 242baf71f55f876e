import { randomUUID } from 'node:crypto';
import type { ObjectStore } from '../domain/object-store.ts';
import type { StepUsage } from '../domain/step-usage.ts';
import { log } from '../observability/logger.ts';

/** The folder of the usage of a job's steps, from the folder of the job's work objects. */
export const meterFolder = (workFolder: string): string => `${workFolder}meter/`;

/**
 * Stores the use of one invocation under a unique key: retries and further attempts add to it. It logs with the id of the
 * import or job that the caller has set for the log.
 */
export async function recordMeter(
  store: Pick<ObjectStore, 'put'>,
  workFolder: string,
  usage: StepUsage,
): Promise<void> {
  const key = `${meterFolder(workFolder)}${usage.step}-${usage.chunk ?? 0}-${randomUUID()}.json`;
  try {
    await store.put(key, JSON.stringify(usage));
  } catch (error) {
    // A failure to store the use must not fail the job.
    log.warn('meter.lost', { step: usage.step }, error);
  }
}
