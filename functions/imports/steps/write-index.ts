import { indexWriterContainer } from '../container.ts';
import { writeIndexStep } from '../use-cases/workflow/index-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('write-index', indexWriterContainer(), writeIndexStep);
