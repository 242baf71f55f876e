import { choosePathContainer } from '../container.ts';
import { PathInputSchema } from '../domain/workflow/payloads.ts';
import { choosePathStep } from '../use-cases/workflow/choose-path.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('choose-path', choosePathContainer(), PathInputSchema, choosePathStep);
