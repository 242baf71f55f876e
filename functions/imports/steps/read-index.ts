import { customersContainer } from '../container.ts';
import { readIndexStep } from '../use-cases/workflow/index-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('read-index', customersContainer(), readIndexStep);
