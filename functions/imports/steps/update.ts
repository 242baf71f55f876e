import { customersContainer } from '../container.ts';
import { updateStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('update', customersContainer(), updateStep);
