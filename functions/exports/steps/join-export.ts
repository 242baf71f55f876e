import { ExportInputSchema } from '../domain/export.ts';
import { stepContainer } from '../step-container.ts';
import { joinFragments } from '../use-cases/join-fragments.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('join-export', stepContainer(), ExportInputSchema, joinFragments);
