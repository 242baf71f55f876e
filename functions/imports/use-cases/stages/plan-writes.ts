import type { PlannedStage } from '../../domain/import.ts';
import { ChunkResultSchema } from '../../domain/records/chunk-result.ts';
import { countRows, planChunks, type WritePlan, WritePlanSchema } from '../../domain/records/write-plan.ts';
import type { ImportContext } from '../work/import-context.ts';
import { readOrMake, readResults } from '../work/work-objects.ts';
import { readRoute } from './stage-input.ts';

/** Decides which handed-off records each chunk of the insert and update stages writes. */
export async function planWrites({ store, keys, ...context }: ImportContext): Promise<WritePlan> {
  const { limits } = context.plan;
  return readOrMake(store, keys.work('writes', 0), WritePlanSchema, async () => {
    const { chunks } = await readRoute({ store, keys, ...context });
    const results = await readResults(
      store,
      chunks.length,
      (chunk) => keys.work('differentiate', chunk),
      ChunkResultSchema,
    );
    return {
      inserts: planChunks(
        results.map(({ insertRows }) => insertRows),
        limits,
      ),
      updates: planChunks(
        results.map(({ updateRows }) => updateRows),
        limits,
      ),
    };
  });
}

/** The two writing stages for the progress: the update stage begins when the insert stage has ended. */
export function writeStages({ inserts, updates }: WritePlan): Record<'insert' | 'update', PlannedStage> {
  return {
    insert: { stage: 'insert', chunks: inserts.length, records: countRows(inserts) },
    update: { stage: 'update', chunks: updates.length, records: countRows(updates) },
  };
}
