import { dispatchContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { finishImport } from '../use-cases/finish-import.ts';
import { StepInputSchema } from './payloads.ts';

const services = dispatchContainer();

export const handler = defineStep('finish', services, StepInputSchema, (input) => finishImport(services, input));
