import { customersContainer } from '../container.ts';
import { bulkCopyStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('bulk-copy', customersContainer(), bulkCopyStep);
