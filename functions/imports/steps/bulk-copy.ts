import { customersContainer } from '../container.ts';
import { defineChunkStep } from '../define-step.ts';
import { bulkCopy } from '../use-cases/bulk-copy.ts';
import { openImport } from '../use-cases/import-context.ts';

const services = customersContainer();

export const handler = defineChunkStep('bulk-copy', services, async (input) => {
  await bulkCopy(services, await openImport(services.store, input), input.chunk);
});
