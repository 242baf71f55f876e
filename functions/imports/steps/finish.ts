import { dispatchContainer } from '../container.ts';
import { finishStep } from '../use-cases/workflow/finish.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('finish', dispatchContainer(), finishStep);
