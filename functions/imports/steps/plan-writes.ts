import { coordinatorContainer } from '../container.ts';
import { reportStage } from '../use-cases/lifecycle/report-stage.ts';
import { planWrites, writeStages } from '../use-cases/stages/plan-writes.ts';
import { openUncancelled } from '../use-cases/work/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/work/import-context.ts';
import { defineStep } from './define-step.ts';
import { StepInputSchema, type WritesOutput } from './payloads.ts';

const services = coordinatorContainer();

export const handler = defineStep('plan-writes', services, StepInputSchema, async (input): Promise<WritesOutput> => {
  const { inserts, updates } = await planWrites(await openUncancelled(services.store, input));
  const { insert, update } = writeStages({ inserts, updates });
  await reportStage(services, input, { ...insert, next: [update] });
  return { inserts: chunkNumbers(inserts.length), updates: chunkNumbers(updates.length) };
});
