import { planContainer } from '../container.ts';
import { StepInputSchema } from '../domain/workflow/payloads.ts';
import { planStep } from '../use-cases/workflow/plan.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('plan', planContainer(), StepInputSchema, planStep);
