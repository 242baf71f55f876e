import * as z from 'zod';
import { ExportInputSchema } from '../domain/export.ts';
import { coordinatorContainer } from '../step-container.ts';
import { endExport } from '../use-cases/end-export.ts';
import { defineStep } from './define-step.ts';

/** `cancelled` and `error` are what the workflow has caught. */
const FinishInputSchema = ExportInputSchema.extend({
  cancelled: z.unknown().optional(),
  error: z.unknown().optional(),
});

export const handler = defineStep('finish-export', coordinatorContainer(), FinishInputSchema, (services, input) => {
  const isCancelled = input.cancelled !== undefined;
  return endExport(services, input, isCancelled ? 'cancelled' : input.error === undefined ? 'completed' : 'failed');
});
