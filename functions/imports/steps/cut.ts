import { coordinatorContainer } from '../container.ts';
import { cutStep } from '../use-cases/workflow/cut.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('cut', coordinatorContainer(), cutStep);
