import { customersContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { differentiate } from '../use-cases/differentiate.ts';
import { openImport } from '../use-cases/import-context.ts';

const services = customersContainer();

export const handler = defineChunkStep('differentiate', services, async (input) => {
  await differentiate(services, await openImport(services.store, input), input.chunk);
});
