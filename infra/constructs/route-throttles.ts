import { PUBLIC } from '../../functions/shared/http/access.ts';
import type { RouteDescription } from '../../functions/shared/http/route.ts';

/** Enough for readers of the API's description, which changes only with a deployment. */
const PUBLIC_PER_SECOND = 10;
/** A preview reads a file and takes up to a second of a processor; users request it rarely. */
const COSTLY_PER_SECOND = 20;

/** The limits of a stage or route. A burst equals the requests of one second. */
export interface Throttle {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

export const throttleTo = (perSecond: number): Throttle => ({
  ThrottlingRateLimit: perSecond,
  ThrottlingBurstLimit: perSecond,
});

/** The limit of a route; undefined if only the stage's limit applies. */
export function throttleOf({ access, isCostly }: Pick<RouteDescription, 'access' | 'isCostly'>): Throttle | undefined {
  if (access === PUBLIC) return throttleTo(PUBLIC_PER_SECOND);
  return isCostly ? throttleTo(COSTLY_PER_SECOND) : undefined;
}
