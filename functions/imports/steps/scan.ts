import { stepContainer } from '../container.ts';
import { scanStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('scan', stepContainer(), scanStep);
