import { coordinatorContainer } from '../container.ts';
import { StepInputSchema } from '../domain/workflow/payloads.ts';
import { cutStep } from '../use-cases/workflow/cut.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('cut', coordinatorContainer(), StepInputSchema, cutStep);
