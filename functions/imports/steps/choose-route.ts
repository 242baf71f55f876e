import { chooseRouteContainer } from '../container.ts';
import { RouteInputSchema } from '../domain/workflow/payloads.ts';
import { chooseRouteStep } from '../use-cases/workflow/choose-route.ts';
import { defineStep } from './define-step.ts';

export const handler = defineStep('choose-route', chooseRouteContainer(), RouteInputSchema, chooseRouteStep);
