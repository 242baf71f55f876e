import type { PathInput, PathOutput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { choosePath, type PathPorts } from '../stages/choose-path.ts';
import { openUncancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Chooses bulk copy or differentiate; the output is the chunks of the sorted file. @throws ImportCancelled */
export async function choosePathStep(services: CoordinatorServices & PathPorts, input: PathInput): Promise<PathOutput> {
  const context = await openUncancelled(services.store, input);
  const { path, records, chunks } = await choosePath(services, context, input.cuts);
  await reportStage(services, input, { stage: path, chunks: chunks.length, records });
  return { path, chunks: chunkNumbers(chunks.length) };
}
