import { readOrMake, readResults } from '../../../shared/use-cases/work-objects.ts';
import type { PlannedStage } from '../../domain/import.ts';
import { ChunkResultSchema } from '../../domain/records/chunk-result.ts';
import { countRows, planChunks, type WritePlan, WritePlanSchema } from '../../domain/records/write-plan.ts';
import type { TableCounters } from '../../ports.ts';
import { decideSearchWay } from '../search-index/decide-search-way.ts';
import type { ImportContext } from '../work/import-context.ts';
import { readRoute } from './stage-input.ts';

export interface WritePorts {
  readonly counters: TableCounters;
}

/** Decides which handed-off records each chunk of the insert and update stages writes. */
export async function planWrites(ports: WritePorts, { store, keys, ...context }: ImportContext): Promise<WritePlan> {
  const { limits } = context.plan;
  return readOrMake(store, keys.work('writes', 0), WritePlanSchema, async () => {
    const { chunks } = await readRoute({ store, keys, ...context });
    const results = await readResults(
      store,
      chunks.length,
      (chunk) => keys.work('differentiate', chunk),
      ChunkResultSchema,
    );
    const inserts = planChunks(
      results.map(({ insertRows }) => insertRows),
      limits,
    );
    const updates = planChunks(
      results.map(({ updateRows }) => updateRows),
      limits,
    );
    const rows = { inserts: countRows(inserts), updates: countRows(updates) };
    return { inserts, updates, search: await decideSearchWay(ports, context.plan, rows) };
  });
}

/** The two writing stages for the progress: the update stage begins when the insert stage has ended. */
export function writeStages({
  inserts,
  updates,
}: Pick<WritePlan, 'inserts' | 'updates'>): Record<'insert' | 'update', PlannedStage> {
  return {
    insert: { stage: 'insert', chunks: inserts.length, records: countRows(inserts) },
    update: { stage: 'update', chunks: updates.length, records: countRows(updates) },
  };
}
