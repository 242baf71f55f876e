import type { StepInput, WritesOutput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { planWrites, writeStages } from '../stages/plan-writes.ts';
import { openUncancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Divides the records to insert and to update into chunks, which are the output. @throws ImportCancelled */
export async function planWritesStep(services: CoordinatorServices, input: StepInput): Promise<WritesOutput> {
  const { inserts, updates } = await planWrites(await openUncancelled(services.store, input));
  const { insert, update } = writeStages({ inserts, updates });
  await reportStage(services, input, { ...insert, next: [update] });
  return { inserts: chunkNumbers(inserts.length), updates: chunkNumbers(updates.length) };
}
