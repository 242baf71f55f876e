import { choosePathContainer } from '../container.ts';
import { reportStage } from '../use-cases/lifecycle/report-stage.ts';
import { choosePath } from '../use-cases/stages/choose-path.ts';
import { openUncancelled } from '../use-cases/work/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/work/import-context.ts';
import { defineStep } from './define-step.ts';
import { PathInputSchema, type PathOutput } from './payloads.ts';

const services = choosePathContainer();

export const handler = defineStep('choose-path', services, PathInputSchema, async (input): Promise<PathOutput> => {
  const { path, records, chunks } = await choosePath(
    services,
    await openUncancelled(services.store, input),
    input.cuts,
  );
  await reportStage(services, input, { stage: path, chunks: chunks.length, records });
  return { path, chunks: chunkNumbers(chunks.length) };
});
