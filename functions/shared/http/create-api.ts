import middy from '@middy/core';
import jsonBodyParser from '@middy/http-json-body-parser';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { httpEdge } from './http-edge.ts';
import { HttpEventSchema, rawRequest } from './http-event.ts';
import { toHttpResponse } from './response.ts';
import { requireRole } from './roles.ts';
import { PUBLIC, type Route, takesBody } from './route.ts';

type Handler = middy.MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/** Whoever may not call a route learns nothing of what its request should look like: the role is checked first. */
function routeHandler<Services>(route: Route<Services>, services: Services): Handler {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(
    async (event: APIGatewayProxyEventV2) => {
      return toHttpResponse(await route.call(services, rawRequest(HttpEventSchema.parse(event))));
    },
  ).before(({ event }) => {
    if (route.roles !== PUBLIC)
      requireRole(route.roles, HttpEventSchema.parse(event).requestContext.authorizer?.jwt?.claims);
  });
  return takesBody(route.request) ? handler.use(jsonBodyParser()) : handler;
}

/**
 * The Lambda handler of one domain's API: routes, authorises, parses, calls the use case, and turns refusals into
 * problems. An entry file is no more than `export const handler = createApi(routes, container());`.
 */
export function createApi<Services>(routes: readonly Route<Services>[], services: Services): Handler {
  const router = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(
    routes.map((route) => ({
      method: route.method,
      path: route.path,
      handler: routeHandler(route, services),
    })),
  );
  return middy(router).use(httpEdge());
}
