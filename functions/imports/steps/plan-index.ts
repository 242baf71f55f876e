import { planIndexContainer } from '../container.ts';
import { planIndexStep } from '../use-cases/workflow/index-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('plan-index', planIndexContainer(), planIndexStep);
