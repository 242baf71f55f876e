import { searchHeadContainer } from '../container.ts';
import { cutIndexStep } from '../use-cases/workflow/index-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('cut-index', searchHeadContainer(), cutIndexStep);
