import middy from '@middy/core';
import jsonBodyParser from '@middy/http-json-body-parser';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { AuditLog } from '../domain/audit/rejected-request.ts';
import type { RightsReader } from '../domain/caller.ts';
import { DomainError } from '../domain/errors.ts';
import { correlated } from '../observability/correlation.ts';
import { PUBLIC, requireAccount, requireFeatureOf, requirePermission } from './access.ts';
import type { AnswerStore } from './answer-store.ts';
import { bodyText } from './body-text.ts';
import { callerOf, identityOf } from './caller-of.ts';
import { httpEdge } from './http-edge.ts';
import { claimsOf, HttpEventSchema, type RawRequest, rawRequest } from './http-event.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { recordIfRejected } from './record-rejection.ts';
import { type ApiResponse, toHttpResponse } from './response.ts';
import { mayLackBody, type Route, type RouteDescription, takesBody } from './route.ts';
import { runOnce } from './run-once.ts';
import { viewingCaller } from './view-as.ts';

type Handler = middy.MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/** Services that every API needs, besides those of its routes. */
export interface ApiServices {
  /** Required if a route's answers are stored for repetitions. */
  readonly answers?: AnswerStore;
  /** Required if a route is not public. */
  readonly rights?: RightsReader;
  /** The same. */
  readonly audit?: AuditLog;
}

/** Calls a route, or returns its stored answer for the same Idempotency-Key. */
function answer<Services>(
  route: Route<Services>,
  services: Services & ApiServices,
  request: RawRequest,
): Promise<ApiResponse> {
  const run = () => route.call(services, request);
  const key = idempotencyKeyOf(request.headers['idempotency-key']);
  if (key === undefined || route.idempotency !== 'stored' || !services.answers) return run();
  return runOnce(services.answers, route, key, request, run);
}

type RouteHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Reads the body of a request: size, encoding, JSON. */
function bodyReader({ request, largestBodyBytes }: RouteDescription) {
  if (!takesBody(request)) return async () => undefined;
  return (
    middy(async ({ body }: APIGatewayProxyEventV2): Promise<unknown> => body)
      .use(bodyText(largestBodyBytes))
      // A body that may be left out has no content type then; text of another type is rejected by the route's schema.
      .use(jsonBodyParser({ disableContentTypeError: mayLackBody(request) }))
  );
}

/** @param params undefined without a user's token: then nothing is read */
function begunServices<Services>(
  { begin }: Route<Services>,
  services: Services & ApiServices,
  params: RawRequest['params'] | undefined,
): Services & ApiServices {
  return begin && params ? { ...services, ...begin(services, params) } : services;
}

function routeHandler<Services>(route: Route<Services>, services: Services & ApiServices): RouteHandler {
  const readBody = bodyReader(route);
  return async (event, context) => {
    const parsed = HttpEventSchema.parse(event);
    const claims = claimsOf(parsed);
    const rights = route.access === PUBLIC ? undefined : services.rights;
    const begun = begunServices(route, services, identityOf(claims) && parsed.pathParameters);
    const caller = await callerOf(claims, rights);
    const request = rawRequest(parsed, caller, services.audit?.retentionDays);
    const run = async () => {
      const viewing = route.access === PUBLIC ? request.caller : await viewingCaller(services, route, request);
      // Before the body is read: a caller without the permission must not learn the form of the body.
      requirePermission(route.access, viewing);
      const withBody = { ...request, caller: viewing, body: await readBody(event, context) };
      await requireAccount(route.access, begun, withBody);
      await requireFeatureOf(route, begun, withBody);
      return answer(route, begun, withBody);
    };
    const audited = () => recordIfRejected(services.audit, route, request, run);
    return toHttpResponse(await correlated({ requestId: request.id }, audited));
  };
}

/**
 * The Lambda handler of one domain's API: routes, authorises, parses, calls the use case, and turns rejections into
 * problems. An entry file is no more than `export const handler = createApi(routes, container());`.
 */
export function createApi<Services>(routes: readonly Route<Services>[], services: Services & ApiServices): Handler {
  // Checked when the function starts, not when the first client sends a key.
  const careless = routes.find(({ idempotency }) => idempotency === 'stored');
  if (careless && !services.answers) throw new Error(`${careless.operationId} needs a store for its answers`);
  const closed = routes.find(({ access }) => access !== PUBLIC);
  if (closed && !(services.rights && services.audit))
    throw new Error(`${closed.operationId} needs a reader of rights and the audit`);
  const handlers = new Map<string, RouteHandler>(
    routes.map((route) => [`${route.method} ${route.path}`, routeHandler(route, services)]),
  );
  return middy(async (event: APIGatewayProxyEventV2, context: Context) => {
    const handler = handlers.get(event.routeKey);
    if (handler) return handler(event, context);
    throw new DomainError(
      'not-found',
      'route.not-found',
      'No route has this path and method. Check both against the API description.',
    );
  }).use(httpEdge());
}
