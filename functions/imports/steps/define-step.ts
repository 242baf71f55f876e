import { defineStep as defineAnyStep, type StepServices } from '../../shared/steps/define-step.ts';
import { workFolder } from '../domain/import-keys.ts';
import { type InputOf, STEP_INPUTS, type StepName } from '../domain/workflow/payloads.ts';
import { ImportCancelled } from '../use-cases/work/cancel-watch.ts';

/** What a step works on. A step between two stages works on the whole import. */
interface Chunk {
  readonly importId: string;
  readonly prefix: string;
  readonly chunk?: number;
}

type RunStep<Name extends StepName, S extends StepServices, O> = Parameters<
  typeof defineAnyStep<InputOf<Name>, S, O>
>[2];

/** The Lambda handler of a step of an import. */
export function defineStep<Name extends StepName, S extends StepServices, O>(
  step: Name,
  services: S,
  run: RunStep<Name, S, O>,
): (event: unknown) => Promise<O> {
  const workOf = ({ importId, prefix, chunk }: Chunk) => ({
    correlation: { importId },
    workFolder: workFolder(prefix, importId),
    chunk,
  });
  const isCancellation = (error: unknown) => error instanceof ImportCancelled;
  return defineAnyStep({ step, input: STEP_INPUTS[step], workOf, isCancellation }, services, run);
}
