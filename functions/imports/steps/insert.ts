import { customersContainer } from '../container.ts';
import { insertStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('insert', customersContainer(), insertStep);
