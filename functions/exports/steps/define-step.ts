import type * as z from 'zod';
import { defineStep as defineAnyStep, type StepServices } from '../../shared/steps/define-step.ts';
import type { ExportInput } from '../domain/export.ts';
import { exportWork } from '../domain/export-keys.ts';
import { ExportCancelled } from '../use-cases/open-export.ts';

/** The Lambda handler of a step of an export. */
export function defineStep<S extends StepServices, O, I extends ExportInput & { readonly chunk?: number }>(
  step: string,
  services: S,
  input: z.ZodType<I>,
  run: (services: S, input: I) => Promise<O>,
): (event: unknown) => Promise<O> {
  const workOf = (given: I) => ({
    correlation: { jobId: given.exportId },
    workFolder: exportWork(given),
    chunk: given.chunk,
  });
  const isCancellation = (error: unknown) => error instanceof ExportCancelled;
  return defineAnyStep({ step, input, workOf, isCancellation }, services, run);
}
