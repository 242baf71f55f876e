import { decodeContainer } from '../container.ts';
import { decodeStep } from '../use-cases/workflow/decode.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('decode', decodeContainer(), decodeStep);
