import { customersContainer } from '../container.ts';
import { insert } from '../use-cases/stages/insert.ts';
import { openImport } from '../use-cases/work/import-context.ts';
import { defineChunkStep } from './define-step.ts';

const services = customersContainer();

export const handler = defineChunkStep('insert', services, async (input) => {
  await insert(services, await openImport(services.store, input), input.chunk);
});
