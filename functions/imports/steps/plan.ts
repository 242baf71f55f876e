import { planContainer } from '../container.ts';
import { planStep } from '../use-cases/workflow/plan.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('plan', planContainer(), planStep);
