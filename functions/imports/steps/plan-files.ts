import { coordinatorContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { allParts } from '../domain/output-files.ts';
import { openUncancelled } from '../use-cases/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/import-context.ts';
import { planFiles } from '../use-cases/plan-files.ts';
import { reportStage } from '../use-cases/report-stage.ts';
import { type ChunksOutput, StepInputSchema } from './payloads.ts';

const services = coordinatorContainer();

export const handler = defineStep('plan-files', services, StepInputSchema, async (input): Promise<ChunksOutput> => {
  const { files } = await planFiles(services, await openUncancelled(services.store, input));
  const chunks = chunkNumbers(allParts(files).length);
  await reportStage(services, input, { stage: 'assemble', chunks: chunks.length });
  return { chunks };
});
