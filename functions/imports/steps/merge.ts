import { stepContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { openImport } from '../use-cases/import-context.ts';
import { mergeRange } from '../use-cases/sort/merge-range.ts';
import { sortJob } from '../use-cases/stage-input.ts';

const { store } = stepContainer();

export const handler = defineChunkStep('merge', async (input) => {
  await mergeRange(sortJob(await openImport(store, input)), input.chunk);
});
