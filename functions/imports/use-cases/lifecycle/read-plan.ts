import { ObjectMissing, type ObjectStore } from '../../../shared/domain/object-store.ts';
import { parseStored } from '../../../shared/domain/stored.ts';
import type { Import } from '../../domain/import.ts';
import { workKeys } from '../../domain/import-keys.ts';
import { type AcceptedPlan, PlanSchema } from '../../domain/plan.ts';

/** The plan of an import; undefined while there is none, or if it rejects the file. */
export async function readPlan(store: ObjectStore, record: Import): Promise<AcceptedPlan | undefined> {
  // An import without a fence has no plan: nothing to read in the bucket.
  if (record.fence === 0) return undefined;
  try {
    const bytes = await store.read(workKeys(record.prefix, record.importId).plan);
    const plan = parseStored(PlanSchema, JSON.parse(Buffer.from(bytes).toString()));
    return plan.accepted ? plan : undefined;
  } catch (error) {
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}
