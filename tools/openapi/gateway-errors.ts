import * as z from 'zod';
import { PUBLIC } from '../../functions/shared/http/access.ts';
import { type RouteDescription, takesBody } from '../../functions/shared/http/route.ts';

/** What API Gateway answers by itself, before or after the function: it knows no problems. */
export const GatewayErrorSchema = z.looseObject({ message: z.string() }).meta({
  id: 'GatewayError',
  description: 'An error that API Gateway answers by itself. It has no `code`: go by the status.',
});

/**
 * The message and the meaning of each status that API Gateway sends (HTTP APIs; source: "Troubleshooting HTTP APIs" and the
 * quotas of API Gateway in the AWS documentation).
 */
export const GATEWAY_ERRORS: Readonly<Record<number, { readonly message: string; readonly description: string }>> = {
  400: {
    message: 'Bad Request',
    description: 'The path or the query is not well-formed, for example `%zz`.',
  },
  401: { message: 'Unauthorized', description: 'No token, or one that is not valid.' },
  403: {
    message: 'Forbidden',
    description: 'The token lacks a scope, or a firewall in front of the API rejects the request.',
  },
  404: { message: 'Not Found', description: 'The API has no such path or method.' },
  413: { message: 'Request Entity Too Large', description: 'The body has more than 10 MB.' },
  429: {
    message: 'Too Many Requests',
    description: 'Too many requests a second: repeat it later, at random after one to a few seconds.',
  },
  500: { message: 'Internal Server Error', description: 'The function failed without an answer.' },
  503: { message: 'Service Unavailable', description: 'The function did not answer in time, or cannot be reached.' },
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
