import { customersContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { openImport } from '../use-cases/import-context.ts';
import { update } from '../use-cases/update.ts';

const services = customersContainer();

export const handler = defineChunkStep('update', services, async (input) => {
  await update(services, await openImport(services.store, input), input.chunk);
});
