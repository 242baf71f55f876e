import { stepContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { assemblePart } from '../use-cases/assemble-part.ts';
import { openImport } from '../use-cases/import-context.ts';

const services = stepContainer();

export const handler = defineChunkStep('assemble', services, async (input) => {
  await assemblePart(await openImport(services.store, input), input.chunk);
});
