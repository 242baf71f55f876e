import { customersContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { openImport } from '../use-cases/import-context.ts';
import { insert } from '../use-cases/insert.ts';

const services = customersContainer();

export const handler = defineChunkStep('insert', services, async (input) => {
  await insert(services, await openImport(services.store, input), input.chunk);
});
