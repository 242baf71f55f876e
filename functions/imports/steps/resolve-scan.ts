import { coordinatorContainer } from '../container.ts';
import { reportStage } from '../use-cases/lifecycle/report-stage.ts';
import { resolveScan } from '../use-cases/sort/resolve-scan.ts';
import { sortJob } from '../use-cases/stages/stage-input.ts';
import { openUncancelled } from '../use-cases/work/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/work/import-context.ts';
import { defineStep } from './define-step.ts';
import { type AcceptanceOutput, StepInputSchema } from './payloads.ts';

const services = coordinatorContainer();

export const handler = defineStep(
  'resolve-scan',
  services,
  StepInputSchema,
  async (input): Promise<AcceptanceOutput> => {
    const resolved = await resolveScan(sortJob(await openUncancelled(services.store, input)));
    if ('refusal' in resolved) return { accepted: false, chunks: [] };
    const chunks = chunkNumbers(resolved.runs.length);
    await reportStage(services, input, { stage: 'run', chunks: chunks.length, records: resolved.records });
    return { accepted: true, chunks };
  },
);
