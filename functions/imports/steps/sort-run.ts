import { stepContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { openImport } from '../use-cases/import-context.ts';
import { sortRun } from '../use-cases/sort/sort-run.ts';
import { sortJob } from '../use-cases/stage-input.ts';

const services = stepContainer();

export const handler = defineChunkStep('sort-run', services, async (input) => {
  await sortRun(sortJob(await openImport(services.store, input)), input.chunk);
});
