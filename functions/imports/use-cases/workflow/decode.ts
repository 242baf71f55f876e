import type { Ids } from '../../../shared/domain/ids.ts';
import type { AcceptanceOutput, StepInput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { decodeSource } from '../planning/decode-source.ts';
import { countRanges } from '../stages/stage-input.ts';
import { stopIfCancelled } from '../work/cancel-watch.ts';
import { chunkNumbers, openPlanned, openSource } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Turns the file into UTF-8, so that it can be scanned next. @throws ImportCancelled */
export async function decodeStep(
  services: CoordinatorServices & { readonly ids: Ids },
  input: StepInput,
): Promise<AcceptanceOutput> {
  const context = await openPlanned(services.store, input);
  await stopIfCancelled(context);
  const decoded = await decodeSource(context, services.ids);
  if ('rejection' in decoded) return { accepted: false, chunks: [] };
  const chunks = chunkNumbers(countRanges(await openSource(context)));
  await reportStage(services, input, { stage: 'scan', chunks: chunks.length });
  return { accepted: true, chunks };
}
