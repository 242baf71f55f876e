import { timeOrderedIds } from '../../shared/domain/ids.ts';
import { coordinatorContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { stopIfCancelled } from '../use-cases/cancel-watch.ts';
import { decodeSource } from '../use-cases/decode-source.ts';
import { chunkNumbers, openPlanned, openSource } from '../use-cases/import-context.ts';
import { reportStage } from '../use-cases/report-stage.ts';
import { countRanges } from '../use-cases/stage-input.ts';
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
