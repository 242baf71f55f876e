import type middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { log } from '../observability/logger.ts';
import { toProblem } from './problem.ts';
import { toProblemResponse } from './response.ts';

interface EdgeInternals extends Record<string, unknown> {
  startedAt?: number;
}

type Edge = middy.MiddlewareObj<
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Error,
  middy.Request['context'],
  EdgeInternals
>;
type EdgeRequest = Parameters<NonNullable<Edge['before']>>[0];

/** The route's template (`/accounts/{accountPrefix}`), not the path: a path may hold personal data. */
function routeOf(event: APIGatewayProxyEventV2): string | undefined {
  return event.routeKey.split(' ').at(-1);
}

function logAnswer({ event, internal }: EdgeRequest, status: number): void {
  log.info('http.request', {
    method: event.requestContext.http.method,
    route: routeOf(event) ?? '$default',
    status,
    durationMs: Math.round(performance.now() - (internal.startedAt ?? performance.now())),
    requestId: event.requestContext.requestId,
  });
}

/** The outermost middleware: turns every error into a problem, and logs each answer. */
export function httpEdge(): Edge {
  return {
    before(request) {
      request.internal.startedAt = performance.now();
    },
    after(request) {
      logAnswer(request, request.response?.statusCode ?? 200);
    },
    onError(request) {
      const problem = toProblem(request.error, request.event.requestContext.requestId);
      const { method } = request.event.requestContext.http;
      const context = { route: routeOf(request.event), requestId: request.event.requestContext.requestId };
      if (problem.status >= 500) log.error('http.failed', { method, ...context }, request.error);
      else log.warn('http.rejected', { code: problem.code, status: problem.status, ...context });
      request.response = toProblemResponse(problem);
      logAnswer(request, problem.status);
    },
  };
}
