import type { Consumption } from '../../domain/cost/prices.ts';
import { type StepUsage, StepUsageSchema } from '../../domain/cost/step-usage.ts';
import { sumUsage } from '../../domain/cost/sum-usage.ts';
import { stageObjects } from '../../domain/import-keys.ts';
import type { ObjectStore } from '../../ports.ts';
import type { ImportName } from '../work/import-context.ts';
import { readResults } from '../work/work-objects.ts';

/**
 * The use of all invocations of the import's steps, earlier attempts included.
 * @param own the use of the calling invocation, the reads of this function included
 */
export async function sumMeter(
  store: ObjectStore,
  { prefix, importId }: ImportName,
  own: (() => StepUsage) | undefined,
): Promise<Consumption> {
  const keys: string[] = [];
  for await (const { key } of store.list(stageObjects(prefix, importId, 'meter/'))) keys.push(key);
  const usages = await readResults(store, keys.length, (index) => keys[index] ?? '', StepUsageSchema);
  return sumUsage(own ? [...usages, own()] : usages);
}
