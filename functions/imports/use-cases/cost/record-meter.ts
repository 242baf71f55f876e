import { randomUUID } from 'node:crypto';
import { log } from '../../../shared/observability/logger.ts';
import type { StepUsage } from '../../domain/cost/step-usage.ts';
import { workKeys } from '../../domain/import-keys.ts';
import type { ObjectStore } from '../../ports.ts';
import type { ImportName } from '../work/import-context.ts';

/** Keeps what one invocation used, under a name of its own: a retry and a second attempt of the import add to it. */
export async function recordMeter(
  store: Pick<ObjectStore, 'put'>,
  { prefix, importId }: ImportName,
  usage: StepUsage,
): Promise<void> {
  const key = workKeys(prefix, importId).work('meter', `${usage.step}-${usage.chunk ?? 0}-${randomUUID()}`);
  try {
    await store.put(key, JSON.stringify(usage));
  } catch (error) {
    // The import must not fail for its bill.
    log.warn('meter.lost', { step: usage.step, importId }, error);
  }
}
