import { customersContainer } from '../container.ts';
import { differentiateStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('differentiate', customersContainer(), differentiateStep);
