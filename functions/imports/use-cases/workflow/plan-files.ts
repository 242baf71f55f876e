import { allParts } from '../../domain/output/output-files.ts';
import type { ChunksOutput, StepInput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { type FilePorts, planFiles } from '../stages/plan-files.ts';
import { openUncancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Plans the result files; the output is their parts. @throws ImportCancelled */
export async function planFilesStep(
  services: CoordinatorServices & FilePorts,
  input: StepInput,
): Promise<ChunksOutput> {
  const { files } = await planFiles(services, await openUncancelled(services.store, input));
  const chunks = chunkNumbers(allParts(files).length);
  await reportStage(services, input, { stage: 'assemble', chunks: chunks.length });
  return { chunks };
}
