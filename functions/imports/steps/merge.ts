import { stepContainer } from '../container.ts';
import { mergeRange } from '../use-cases/sort/merge-range.ts';
import { sortJob } from '../use-cases/stages/stage-input.ts';
import { unlessCancelled } from '../use-cases/work/cancel-watch.ts';
import { openImport } from '../use-cases/work/import-context.ts';
import { defineStep } from './define-step.ts';
import { type ChunkOutput, MergeInputSchema } from './payloads.ts';

const services = stepContainer();

export const handler = defineStep('merge', services, MergeInputSchema, async (input): Promise<ChunkOutput> => {
  const { chunk: range, generation } = input;
  const context = await openImport(services.store, input);
  await unlessCancelled(context, () => mergeRange(sortJob(context), { range, generation }));
  return {};
});
