import { customersContainer } from '../container.ts';
import { ChunkInputSchema } from '../domain/workflow/payloads.ts';
import { differentiateStep } from '../use-cases/workflow/chunk-steps.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('differentiate', customersContainer(), ChunkInputSchema, differentiateStep);
