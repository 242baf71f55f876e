import { customersContainer } from '../container.ts';
import { differentiate } from '../use-cases/stages/differentiate.ts';
import { openImport } from '../use-cases/work/import-context.ts';
import { defineChunkStep } from './define-step.ts';

const services = customersContainer();

export const handler = defineChunkStep('differentiate', services, async (input) => {
  await differentiate(services, await openImport(services.store, input), input.chunk);
});
