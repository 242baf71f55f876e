import { coordinatorContainer } from '../container.ts';
import { StepInputSchema } from '../domain/workflow/payloads.ts';
import { planFilesStep } from '../use-cases/workflow/plan-files.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('plan-files', coordinatorContainer(), StepInputSchema, planFilesStep);
