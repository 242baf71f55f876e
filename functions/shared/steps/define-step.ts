import type * as z from 'zod';
import type { ObjectStore } from '../domain/object-store.ts';
import type { StepUsage } from '../domain/step-usage.ts';
import type { Meter } from '../metering/meter.ts';
import { type Correlation, correlated } from '../observability/correlation.ts';
import { log } from '../observability/logger.ts';
import { withoutMessage } from '../observability/without-message.ts';
import { recordMeter } from '../use-cases/record-meter.ts';

/** The services of each step. */
export interface StepServices {
  readonly store: ObjectStore;
  readonly meter: Meter;
  readonly memoryMegabytes: number;
}

interface Invocation {
  /** The use of this invocation up to now. */
  readonly usedSoFar: () => StepUsage;
}

/** What an invocation works on. */
export interface StepWork {
  /** The id in each line of the log. */
  readonly correlation: Correlation;
  /** The common prefix of the work objects of the import or job; the usage of the step is stored there. */
  readonly workFolder: string;
  /** The number of the chunk, in the Task of a Map. */
  readonly chunk?: number | undefined;
}

export interface StepDefinition<Input> {
  /** The name of the step in the log and in the usage. */
  readonly step: string;
  readonly input: z.ZodType<Input>;
  readonly workOf: (input: Input) => StepWork;
  /** Whether an error is the cancellation of the import or job, which the definition of the workflow catches. */
  readonly isCancellation: (error: unknown) => boolean;
}

/**
 * The Lambda handler of a step of any workflow: parses the input, runs the step, meters it, and logs its end without
 * customers' data.
 */
export function defineStep<Input, S extends StepServices, O>(
  { step, input: schema, workOf, isCancellation }: StepDefinition<Input>,
  services: S,
  run: (services: S & Invocation, input: Input) => Promise<O>,
): (event: unknown) => Promise<O> {
  const { store, meter, memoryMegabytes } = services;
  // Measured from the start of the process: Lambda charges for it as for an invocation.
  let startSeconds = performance.now() / 1000;
  return async (event) => {
    const input = schema.parse(event);
    const { correlation, workFolder, chunk } = workOf(input);
    const startedAt = performance.now();
    const charged = startSeconds;
    startSeconds = 0;
    const usedSoFar = (): StepUsage => {
      const seconds = charged + (performance.now() - startedAt) / 1000;
      return { step, chunk, ...meter.used, seconds, memoryMegabytes };
    };
    meter.reset();
    return correlated(correlation, async () => {
      try {
        const output = await run({ ...services, usedSoFar }, input);
        log.info('step.finished', { step, chunk, durationMs: Math.round(performance.now() - startedAt) });
        return output;
      } catch (error) {
        if (isCancellation(error)) log.info('step.cancelled', { step, chunk });
        else log.error('step.failed', { step, chunk }, error);
        throw withoutMessage(error);
      } finally {
        await recordMeter(store, workFolder, usedSoFar());
      }
    });
  };
}
