import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { type StepUsage, StepUsageSchema } from '../../../shared/domain/step-usage.ts';
import { meterFolder } from '../../../shared/use-cases/record-meter.ts';
import { readResults } from '../../../shared/use-cases/work-objects.ts';
import type { Consumption } from '../../domain/cost/prices.ts';
import { sumUsage } from '../../domain/cost/sum-usage.ts';
import { workFolder } from '../../domain/import-keys.ts';
import type { ImportName } from '../work/import-context.ts';

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
  for await (const { key } of store.list(meterFolder(workFolder(prefix, importId)))) keys.push(key);
  const usages = await readResults(store, keys.length, (index) => keys[index] ?? '', StepUsageSchema);
  return sumUsage(own ? [...usages, own()] : usages);
}
