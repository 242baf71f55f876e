import type { CutOutput, StepInput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { cutRanges } from '../sort/cut-ranges.ts';
import { sortJob } from '../stages/stage-input.ts';
import { openUncancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Cuts the sorted order into ranges; the output is the ranges to merge. @throws ImportCancelled */
export async function cutStep(services: CoordinatorServices, input: StepInput): Promise<CutOutput> {
  const cuts = await cutRanges(sortJob(await openUncancelled(services.store, input)));
  await reportStage(services, input, { stage: 'merge', chunks: cuts.ranges });
  return { ...cuts, chunks: chunkNumbers(cuts.ranges) };
}
