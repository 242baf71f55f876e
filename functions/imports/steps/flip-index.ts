import { searchHeadContainer } from '../container.ts';
import { flipIndexStep } from '../use-cases/workflow/index-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('flip-index', searchHeadContainer(), flipIndexStep);
