import { stepContainer } from '../container.ts';
import { assemblePart } from '../use-cases/stages/assemble-part.ts';
import { openImport } from '../use-cases/work/import-context.ts';
import { defineChunkStep } from './define-step.ts';

const services = stepContainer();

export const handler = defineChunkStep('assemble', services, async (input) => {
  await assemblePart(await openImport(services.store, input), input.chunk);
});
