import { stepContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { assemblePart } from '../use-cases/assemble-part.ts';
import { openImport } from '../use-cases/import-context.ts';

const { store } = stepContainer();

export const handler = defineChunkStep('assemble', async (input) => {
  await assemblePart(await openImport(store, input), input.chunk);
});
