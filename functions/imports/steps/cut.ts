import { stepContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { chunkNumbers, openImport } from '../use-cases/import-context.ts';
import { cutRanges } from '../use-cases/sort/cut-ranges.ts';
import { sortJob } from '../use-cases/stage-input.ts';
import { type ChunksOutput, StepInputSchema } from './payloads.ts';

const { store } = stepContainer();

export const handler = defineStep('cut', StepInputSchema, async (input): Promise<ChunksOutput> => {
  const { ranges } = await cutRanges(sortJob(await openImport(store, input)));
  return { chunks: chunkNumbers(ranges) };
});
