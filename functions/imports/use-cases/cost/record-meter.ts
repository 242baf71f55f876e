import { randomUUID } from 'node:crypto';
import { log } from '../../../shared/observability/logger.ts';
import type { StepUsage } from '../../domain/cost/step-usage.ts';
import { workKeys } from '../../domain/import-keys.ts';
import type { ObjectStore } from '../../ports.ts';
import type { ImportName } from '../work/import-context.ts';

/** Stores the use of one invocation under a unique key: retries and further attempts add to it. */
export async function recordMeter(
  store: Pick<ObjectStore, 'put'>,
  { prefix, importId }: ImportName,
  usage: StepUsage,
): Promise<void> {
  const key = workKeys(prefix, importId).work('meter', `${usage.step}-${usage.chunk ?? 0}-${randomUUID()}`);
  try {
    await store.put(key, JSON.stringify(usage));
  } catch (error) {
    // A failure to store the use must not fail the import.
    log.warn('meter.lost', { step: usage.step, importId }, error);
  }
}
