import { coordinatorContainer } from '../container.ts';
import { resolveScanStep } from '../use-cases/workflow/resolve-scan.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('resolve-scan', coordinatorContainer(), resolveScanStep);
