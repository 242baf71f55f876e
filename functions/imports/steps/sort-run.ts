import { stepContainer } from '../container.ts';
import { sortRun } from '../use-cases/sort/sort-run.ts';
import { sortJob } from '../use-cases/stages/stage-input.ts';
import { unlessCancelled } from '../use-cases/work/cancel-watch.ts';
import { openImport } from '../use-cases/work/import-context.ts';
import { defineChunkStep } from './define-step.ts';

const services = stepContainer();

export const handler = defineChunkStep('sort-run', services, async (input) => {
  const context = await openImport(services.store, input);
  await unlessCancelled(context, () => sortRun(sortJob(context), input.chunk));
});
