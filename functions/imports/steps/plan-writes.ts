import { searchHeadContainer } from '../container.ts';
import { planWritesStep } from '../use-cases/workflow/plan-writes.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('plan-writes', searchHeadContainer(), planWritesStep);
