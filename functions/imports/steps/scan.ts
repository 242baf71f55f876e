import { stepContainer } from '../container.ts';
import { scanRange } from '../use-cases/sort/scan-range.ts';
import { sortJob } from '../use-cases/stages/stage-input.ts';
import { unlessCancelled } from '../use-cases/work/cancel-watch.ts';
import { openImport } from '../use-cases/work/import-context.ts';
import { defineChunkStep } from './define-step.ts';

const services = stepContainer();

export const handler = defineChunkStep('scan', services, async (input) => {
  const context = await openImport(services.store, input);
  await unlessCancelled(context, () => scanRange(sortJob(context), input.chunk));
});
