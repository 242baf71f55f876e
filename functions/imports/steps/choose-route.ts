import { chooseRouteContainer } from '../container.ts';
import { chooseRouteStep } from '../use-cases/workflow/choose-route.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('choose-route', chooseRouteContainer(), chooseRouteStep);
