import type * as z from 'zod';
import { ImportSuperseded } from '../../customers/index.ts';
import type { Meter } from '../../shared/metering/meter.ts';
import { correlated } from '../../shared/observability/correlation.ts';
import { log } from '../../shared/observability/logger.ts';
import { withoutMessage } from '../../shared/observability/without-message.ts';
import type { StepUsage } from '../domain/cost/step-usage.ts';
import type { ObjectStore } from '../ports.ts';
import { recordMeter } from '../use-cases/cost/record-meter.ts';
import { ImportCancelled } from '../use-cases/work/cancel-watch.ts';
import { type ChunkInput, ChunkInputSchema, type ChunkOutput } from './payloads.ts';

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
  run: (input: z.output<S>, usedSoFar: () => StepUsage) => Promise<O>,
): (event: unknown) => Promise<O> {
  const { store, meter, memoryMegabytes } = services;
  // The process began with this: Lambda charges the start of an environment like an invocation.
  let startSeconds = performance.now() / 1000;
  return async (event) => {
    const input = schema.parse(event);
    const { importId, chunk } = input;
    const startedAt = performance.now();
    const charged = startSeconds;
    startSeconds = 0;
    const usedSoFar = (): StepUsage => {
      const seconds = charged + (performance.now() - startedAt) / 1000;
      return { step, chunk, ...meter.used, seconds, memoryMegabytes };
    };
    meter.reset();
    try {
      const output = await correlated({ importId }, () => run(input, usedSoFar));
      log.info('step.finished', { step, importId, chunk, durationMs: Math.round(performance.now() - startedAt) });
      return output;
    } catch (error) {
      if (error instanceof ImportCancelled) log.info('step.cancelled', { step, importId, chunk });
      else log.error('step.failed', { step, importId, chunk }, error);
      throw withoutMessage(error);
    } finally {
      await recordMeter(store, input, usedSoFar());
    }
  };
}

/**
 * The handler of a Map's Task: nothing goes back into the workflow's payload. A worker whose import was superseded ends
 * without an error, since the workflow would try again and find the same. Its chunk has no result, so no later step of the
 * workflow can take the chunk for done.
 */
export function defineChunkStep(step: string, services: StepServices, run: (input: ChunkInput) => Promise<unknown>) {
  return defineStep(step, services, ChunkInputSchema, async (input): Promise<ChunkOutput> => {
    try {
      await run(input);
    } catch (error) {
      if (!(error instanceof ImportSuperseded)) throw error;
      const { importId, chunk, fence } = input;
      log.warn('step.superseded', { step, importId, chunk, fence });
    }
    return {};
  });
}
