import { coordinatorContainer } from '../container.ts';
import { planFilesStep } from '../use-cases/workflow/plan-files.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('plan-files', coordinatorContainer(), planFilesStep);
