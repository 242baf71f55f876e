import { stepContainer } from '../container.ts';
import { sortRunStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('sort-run', stepContainer(), sortRunStep);
