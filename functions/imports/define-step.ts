import type * as z from 'zod';
import { log } from '../shared/observability/logger.ts';
import { withoutMessage } from '../shared/observability/without-message.ts';
import { type ChunkInput, ChunkInputSchema, type ChunkOutput } from './steps/payloads.ts';

interface StepInput {
  readonly importId: string;
  readonly chunk?: number;
}

/** The handler of a Task state: parses its payload, runs, and logs what is no customer's business. */
export function defineStep<S extends z.ZodType<StepInput>, O>(
  step: string,
  schema: S,
  run: (input: z.output<S>) => Promise<O>,
): (event: unknown) => Promise<O> {
  return async (event) => {
    const input = schema.parse(event);
    const { importId, chunk } = input;
    const startedAt = performance.now();
    try {
      const output = await run(input);
      log.info('step.finished', { step, importId, chunk, durationMs: Math.round(performance.now() - startedAt) });
      return output;
    } catch (error) {
      log.error('step.failed', { step, importId, chunk }, error);
      throw withoutMessage(error);
    }
  };
}

/** The handler of a Map's Task: nothing goes back into the workflow's payload. */
export function defineChunkStep(step: string, run: (input: ChunkInput) => Promise<unknown>) {
  return defineStep(step, ChunkInputSchema, async (input): Promise<ChunkOutput> => {
    await run(input);
    return {};
  });
}
