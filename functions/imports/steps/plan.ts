import { planContainer } from '../container.ts';
import { isReadAsItIs } from '../domain/encoding/form.ts';
import { reportStage } from '../use-cases/lifecycle/report-stage.ts';
import { planImport } from '../use-cases/planning/plan-import.ts';
import { countRanges } from '../use-cases/stages/stage-input.ts';
import { chunkNumbers } from '../use-cases/work/import-context.ts';
import { defineStep } from './define-step.ts';
import { type PlanOutput, StepInputSchema } from './payloads.ts';

const services = planContainer();

export const handler = defineStep('plan', services, StepInputSchema, async (input): Promise<PlanOutput> => {
  const plan = await planImport(services, input);
  if (!plan.accepted) return { accepted: false, decode: false, chunks: [] };
  if (!isReadAsItIs(plan.layout)) {
    await reportStage(services, input, { stage: 'decode', chunks: 1 });
    return { accepted: true, decode: true, chunks: [] };
  }
  const chunks = chunkNumbers(countRanges({ plan, source: plan.source }));
  await reportStage(services, input, { stage: 'scan', chunks: chunks.length });
  return { accepted: true, decode: false, chunks };
});
