import { customersContainer } from '../container.ts';
import { bulkCopy } from '../use-cases/stages/bulk-copy.ts';
import { openImport } from '../use-cases/work/import-context.ts';
import { defineChunkStep } from './define-step.ts';

const services = customersContainer();

export const handler = defineChunkStep('bulk-copy', services, async (input) => {
  await bulkCopy(services, await openImport(services.store, input), input.chunk);
});
