import { coordinatorContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { openUncancelled } from '../use-cases/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/import-context.ts';
import { reportStage } from '../use-cases/report-stage.ts';
import { resolveScan } from '../use-cases/sort/resolve-scan.ts';
import { sortJob } from '../use-cases/stage-input.ts';
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
