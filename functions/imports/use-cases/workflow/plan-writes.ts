import type { StepInput, WritesOutput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { type MarkPorts, markGeneration } from '../search-index/mark-generation.ts';
import { planWrites, type WritePorts, writeStages } from '../stages/plan-writes.ts';
import { openUncancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Divides the records to insert and to update into chunks, which are the output. @throws ImportCancelled */
export async function planWritesStep(
  services: CoordinatorServices & MarkPorts & WritePorts,
  input: StepInput,
): Promise<WritesOutput> {
  const context = await openUncancelled(services.store, input);
  const { inserts, updates, search } = await planWrites(services, context);
  const { insert, update } = writeStages({ inserts, updates });
  const rows = { inserts: insert.records ?? 0, updates: update.records ?? 0 };
  const index = await markGeneration(services, input, { plan: context.plan, search, ...rows });
  await reportStage(services, input, { ...insert, next: [update] });
  return { inserts: chunkNumbers(inserts.length), updates: chunkNumbers(updates.length), index };
}
