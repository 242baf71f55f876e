import { readResult, readResults } from '../../../shared/use-cases/work-objects.ts';
import type { FateStage, ImportHistory, StageResults } from '../../domain/output/import-log.ts';
import { ChunkResultSchema } from '../../domain/records/chunk-result.ts';
import { WritePlanSchema } from '../../domain/records/write-plan.ts';
import type { ImportContext } from '../work/import-context.ts';
import { readRoute } from './stage-input.ts';

/** Collects the results of every chunk of the import. */
export async function readHistory(context: ImportContext): Promise<ImportHistory> {
  const { store, plan, keys } = context;
  const route = await readRoute(context);
  const read = async (stage: FateStage, chunks: number): Promise<StageResults> => ({
    stage,
    results: await readResults(store, chunks, (chunk) => keys.work(stage, chunk), ChunkResultSchema),
  });
  const stages = [await read(route.route, route.chunks.length)];
  if (route.route === 'differentiate') {
    const writes = await readResult(store, keys.work('writes', 0), WritePlanSchema);
    stages.push(await read('insert', writes.inserts.length), await read('update', writes.updates.length));
  }
  const sorting = { startedAt: plan.startedAt, endedAt: route.sortedAt, records: route.records };
  const warnings = [...(plan.warnings ?? []), ...(route.warnings ?? [])];
  return { plan, keys, sorting, stages, warnings };
}
