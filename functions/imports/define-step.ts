import type * as z from 'zod';
import type { Meter } from '../shared/metering/meter.ts';
import { log } from '../shared/observability/logger.ts';
import { withoutMessage } from '../shared/observability/without-message.ts';
import type { ObjectStore } from './ports.ts';
import { type ChunkInput, ChunkInputSchema, type ChunkOutput } from './steps/payloads.ts';
import { recordMeter } from './use-cases/record-meter.ts';

/** What every step has, whatever it does. */
export interface StepServices {
  readonly store: ObjectStore;
  /** Of the clients that the step works with. */
  readonly meter: Meter;
  readonly memoryMegabytes: number;
}

interface StepInput {
  readonly importId: string;
  readonly prefix: string;
  readonly chunk?: number;
}

/** The handler of a Task state: parses its payload, runs, meters, and logs what is no customer's business. */
export function defineStep<S extends z.ZodType<StepInput>, O>(
  step: string,
  services: StepServices,
  schema: S,
  run: (input: z.output<S>) => Promise<O>,
): (event: unknown) => Promise<O> {
  const { store, meter, memoryMegabytes } = services;
  // The process began with this: Lambda charges the start of an environment like an invocation.
  let startSeconds = performance.now() / 1000;
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
    } finally {
      const seconds = startSeconds + (performance.now() - startedAt) / 1000;
      startSeconds = 0;
      await recordMeter(store, input, { step, chunk, ...meter.take(), seconds, memoryMegabytes });
    }
  };
}

/** The handler of a Map's Task: nothing goes back into the workflow's payload. */
export function defineChunkStep(step: string, services: StepServices, run: (input: ChunkInput) => Promise<unknown>) {
  return defineStep(step, services, ChunkInputSchema, async (input): Promise<ChunkOutput> => {
    await run(input);
    return {};
  });
}
