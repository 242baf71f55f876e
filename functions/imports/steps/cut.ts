import { coordinatorContainer } from '../container.ts';
import { reportStage } from '../use-cases/lifecycle/report-stage.ts';
import { cutRanges } from '../use-cases/sort/cut-ranges.ts';
import { sortJob } from '../use-cases/stages/stage-input.ts';
import { openUncancelled } from '../use-cases/work/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/work/import-context.ts';
import { defineStep } from './define-step.ts';
import { type CutOutput, StepInputSchema } from './payloads.ts';

const services = coordinatorContainer();

export const handler = defineStep('cut', services, StepInputSchema, async (input): Promise<CutOutput> => {
  const cuts = await cutRanges(sortJob(await openUncancelled(services.store, input)));
  await reportStage(services, input, { stage: 'merge', chunks: cuts.ranges });
  return { ...cuts, chunks: chunkNumbers(cuts.ranges) };
});
