import { cleanIndexContainer } from '../container.ts';
import { cleanIndexStep } from '../use-cases/workflow/index-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('clean-index', cleanIndexContainer(), cleanIndexStep);
