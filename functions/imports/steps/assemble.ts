import { stepContainer } from '../container.ts';
import { assembleStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('assemble', stepContainer(), assembleStep);
