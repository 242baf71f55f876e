import { dispatchContainer } from '../container.ts';
import { finishImport } from '../use-cases/lifecycle/finish-import.ts';
import { defineStep } from './define-step.ts';
import { FinishInputSchema } from './payloads.ts';

const services = dispatchContainer();

export const handler = defineStep('finish', services, FinishInputSchema, ({ cancelled, ...input }, usedSoFar) =>
  finishImport({ ...services, usedSoFar }, input, { isCancelled: cancelled !== undefined }),
);
