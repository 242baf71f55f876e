import { stepContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { unlessCancelled } from '../use-cases/cancel-watch.ts';
import { openImport } from '../use-cases/import-context.ts';
import { scanRange } from '../use-cases/sort/scan-range.ts';
import { sortJob } from '../use-cases/stage-input.ts';

const services = stepContainer();

export const handler = defineChunkStep('scan', services, async (input) => {
  const context = await openImport(services.store, input);
  await unlessCancelled(context, () => scanRange(sortJob(context), input.chunk));
});
