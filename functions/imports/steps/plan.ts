import { planContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { chunkNumbers } from '../use-cases/import-context.ts';
import { planImport } from '../use-cases/plan-import.ts';
import { reportStage } from '../use-cases/report-stage.ts';
import { countRanges } from '../use-cases/stage-input.ts';
import { type AcceptanceOutput, StepInputSchema } from './payloads.ts';

const services = planContainer();

export const handler = defineStep('plan', services, StepInputSchema, async (input): Promise<AcceptanceOutput> => {
  const plan = await planImport(services, input);
  if (!plan.accepted) return { accepted: false, chunks: [] };
  const chunks = chunkNumbers(countRanges(plan));
  await reportStage(services, input, { stage: 'scan', chunks: chunks.length });
  return { accepted: true, chunks };
});
