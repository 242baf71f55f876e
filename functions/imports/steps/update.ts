import { customersContainer } from '../container.ts';
import { update } from '../use-cases/stages/update.ts';
import { openImport } from '../use-cases/work/import-context.ts';
import { defineChunkStep } from './define-step.ts';

const services = customersContainer();

export const handler = defineChunkStep('update', services, async (input) => {
  await update(services, await openImport(services.store, input), input.chunk);
});
