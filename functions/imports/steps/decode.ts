import { timeOrderedIds } from '../../shared/domain/ids.ts';
import { coordinatorContainer } from '../container.ts';
import { reportStage } from '../use-cases/lifecycle/report-stage.ts';
import { decodeSource } from '../use-cases/planning/decode-source.ts';
import { countRanges } from '../use-cases/stages/stage-input.ts';
import { stopIfCancelled } from '../use-cases/work/cancel-watch.ts';
import { chunkNumbers, openPlanned, openSource } from '../use-cases/work/import-context.ts';
import { defineStep } from './define-step.ts';
import { type AcceptanceOutput, StepInputSchema } from './payloads.ts';

const services = coordinatorContainer();

export const handler = defineStep('decode', services, StepInputSchema, async (input): Promise<AcceptanceOutput> => {
  const context = await openPlanned(services.store, input);
  await stopIfCancelled(context);
  const decoded = await decodeSource(context, timeOrderedIds);
  if ('refusal' in decoded) return { accepted: false, chunks: [] };
  const chunks = chunkNumbers(countRanges(await openSource(context)));
  await reportStage(services, input, { stage: 'scan', chunks: chunks.length });
  return { accepted: true, chunks };
});
