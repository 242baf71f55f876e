import type { Meter } from '../../shared/metering/meter.ts';
import { correlated } from '../../shared/observability/correlation.ts';
import { log } from '../../shared/observability/logger.ts';
import { withoutMessage } from '../../shared/observability/without-message.ts';
import type { StepUsage } from '../domain/cost/step-usage.ts';
import { type InputOf, STEP_INPUTS, type StepName } from '../domain/workflow/payloads.ts';
import type { ObjectStore } from '../ports.ts';
import { recordMeter } from '../use-cases/cost/record-meter.ts';
import { ImportCancelled } from '../use-cases/work/cancel-watch.ts';

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

/** What a step works on. A step between two stages works on the whole import. */
interface Chunk {
  readonly importId: string;
  readonly chunk?: number;
}

/**
 * The Lambda handler of a step: parses the input, runs the step, meters it, and logs its end without customers' data.
 */
export function defineStep<Name extends StepName, S extends StepServices, O>(
  step: Name,
  services: S,
  run: (services: S & Invocation, input: InputOf<Name>) => Promise<O>,
): (event: unknown) => Promise<O> {
  const { store, meter, memoryMegabytes } = services;
  // Measured from the start of the process: Lambda charges for it as for an invocation.
  let startSeconds = performance.now() / 1000;
  return async (event) => {
    const input = STEP_INPUTS[step].parse(event);
    const { importId, chunk }: Chunk = input;
    const startedAt = performance.now();
    const charged = startSeconds;
    startSeconds = 0;
    const usedSoFar = (): StepUsage => {
      const seconds = charged + (performance.now() - startedAt) / 1000;
      return { step, chunk, ...meter.used, seconds, memoryMegabytes };
    };
    meter.reset();
    try {
      const output = await correlated({ importId }, () => run({ ...services, usedSoFar }, input));
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
