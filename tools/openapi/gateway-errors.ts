import * as z from 'zod';
import { PUBLIC } from '../../functions/shared/http/access.ts';
import { type RouteDescription, takesBody } from '../../functions/shared/http/route.ts';

/** What API Gateway answers by itself, before or after the function: it knows no problems. */
export const GatewayErrorSchema = z.looseObject({ message: z.string() }).meta({
  id: 'GatewayError',
  description: 'An error that API Gateway answers by itself. It has no `code`: go by the status.',
  example: { message: 'Unauthorized' },
});

/**
 * What each status means when API Gateway sends it (HTTP APIs; source: "Troubleshooting HTTP APIs" and the quotas of API
 * Gateway in the AWS documentation).
 */
export const GATEWAY_DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The path or the query is not well-formed, for example `%zz`.',
  401: 'No token, or one that is not valid.',
  403: 'The token lacks a scope, or a firewall in front of the API rejects the request.',
  404: 'The API has no such path or method.',
  413: 'The body has more than 10 MB.',
  429: 'Too many requests a second: repeat it later, at random after one to a few seconds.',
  500: 'The function failed without an answer.',
  503: 'The function did not answer in time, or cannot be reached.',
};

/** The statuses that API Gateway itself may answer to a request of a route. */
export function gatewayStatuses(route: RouteDescription): readonly number[] {
  return [
    400,
    ...(route.access === PUBLIC ? [] : [401, 403]),
    404,
    ...(takesBody(route.request) ? [413] : []),
    429,
    500,
    503,
  ];
}
