import { coordinatorContainer } from '../container.ts';
import { allParts } from '../domain/output/output-files.ts';
import { reportStage } from '../use-cases/lifecycle/report-stage.ts';
import { planFiles } from '../use-cases/stages/plan-files.ts';
import { openUncancelled } from '../use-cases/work/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/work/import-context.ts';
import { defineStep } from './define-step.ts';
import { type ChunksOutput, StepInputSchema } from './payloads.ts';

const services = coordinatorContainer();

export const handler = defineStep('plan-files', services, StepInputSchema, async (input): Promise<ChunksOutput> => {
  const { files } = await planFiles(services, await openUncancelled(services.store, input));
  const chunks = chunkNumbers(allParts(files).length);
  await reportStage(services, input, { stage: 'assemble', chunks: chunks.length });
  return { chunks };
});
