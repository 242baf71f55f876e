import { dispatchContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { finishImport } from '../use-cases/finish-import.ts';
import { FinishInputSchema } from './payloads.ts';

const services = dispatchContainer();

export const handler = defineStep('finish', services, FinishInputSchema, ({ cancelled, ...input }, usedSoFar) =>
  finishImport({ ...services, usedSoFar }, input, { isCancelled: cancelled !== undefined }),
);
