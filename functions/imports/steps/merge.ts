import { stepContainer } from '../container.ts';
import { mergeStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('merge', stepContainer(), mergeStep);
