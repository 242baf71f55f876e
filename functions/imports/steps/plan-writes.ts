import { coordinatorContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { openUncancelled } from '../use-cases/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/import-context.ts';
import { planWrites, writeStages } from '../use-cases/plan-writes.ts';
import { reportStage } from '../use-cases/report-stage.ts';
import { StepInputSchema, type WritesOutput } from './payloads.ts';

const services = coordinatorContainer();

export const handler = defineStep('plan-writes', services, StepInputSchema, async (input): Promise<WritesOutput> => {
  const { inserts, updates } = await planWrites(await openUncancelled(services.store, input));
  const { insert, update } = writeStages({ inserts, updates });
  await reportStage(services, input, { ...insert, next: [update] });
  return { inserts: chunkNumbers(inserts.length), updates: chunkNumbers(updates.length) };
});
