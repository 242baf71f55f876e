import { ExportInputSchema } from '../domain/export.ts';
import { coordinatorContainer } from '../step-container.ts';
import { planExport } from '../use-cases/open-export.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('plan-export', coordinatorContainer(), ExportInputSchema, async (services, input) => {
  const { table } = await planExport(services, input);
  return { shards: Array.from({ length: table.shardCount }, (_, shard) => shard) };
});
