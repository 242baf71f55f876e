import { PUBLIC } from '../../functions/shared/http/access.ts';
import type { RouteDescription } from '../../functions/shared/http/route.ts';

/** Enough for people and programs that read how the API is used: its description changes with a deployment only. */
const PUBLIC_PER_SECOND = 10;
/** A preview reads a file and takes up to a second of a processor; people ask for it now and then. */
const COSTLY_PER_SECOND = 20;

/** What a stage lets through. A burst is as many requests as may come within one second. */
export interface Throttle {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

export const throttleTo = (perSecond: number): Throttle => ({
  ThrottlingRateLimit: perSecond,
  ThrottlingBurstLimit: perSecond,
});

/** The limit of a route of its own; undefined where only that of the stage holds. */
export function throttleOf({ access, isCostly }: Pick<RouteDescription, 'access' | 'isCostly'>): Throttle | undefined {
  if (access === PUBLIC) return throttleTo(PUBLIC_PER_SECOND);
  return isCostly ? throttleTo(COSTLY_PER_SECOND) : undefined;
}
