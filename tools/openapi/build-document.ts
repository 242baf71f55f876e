import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { ProblemSchema } from '../../functions/shared/http/problem.ts';
import { PUBLIC, type RouteDescription, takesBody } from '../../functions/shared/http/route.ts';

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request does not fit; `errors` points to each wrong part.',
  401: 'No valid token.',
  403: 'None of the roles that this needs.',
  404: 'There is no such thing.',
  409: 'It conflicts with what is there.',
  412: 'It has changed since it was read: the If-Match header names an older state.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  428: 'The If-Match header is missing.',
  500: 'Something failed on our side.',
};

const IfMatchSchema = z.object({
  'if-match': z.string().meta({ description: 'The ETag of what you have read.', example: '"1"' }),
});

function problemResponses(route: RouteDescription) {
  const statuses = new Set([400, 401, 403, 500, ...route.problems, ...(takesBody(route.request) ? [413, 415] : [])]);
  return Object.fromEntries(
    [...statuses].sort().map((status) => [
      String(status),
      {
        description: DESCRIPTIONS[status] ?? 'A problem.',
        content: { 'application/problem+json': { schema: ProblemSchema } },
      },
    ]),
  );
}

function successResponse({ response }: RouteDescription) {
  const headers = {
    ...(response.hasETag && { etag: z.string().meta({ description: 'The state of what was answered.' }) }),
    ...(response.hasLocation && { location: z.string().meta({ description: 'Where it is found from now on.' }) }),
  };
  return {
    description: response.description,
    ...(Object.keys(headers).length > 0 && { headers: z.object(headers) }),
    ...(response.body && { content: { 'application/json': { schema: response.body } } }),
  };
}

function parameterSchema(schema: z.ZodType): z.ZodObject | undefined {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0 ? schema : undefined;
}

function operation(route: RouteDescription): ZodOpenApiOperationObject {
  const path = parameterSchema(route.request.params);
  const query = parameterSchema(route.request.query);
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description: route.roles === PUBLIC ? 'Anybody, without a token.' : `Roles: ${route.roles.join(', ')}.`,
    requestParams: {
      ...(path && { path }),
      ...(query && { query }),
      ...(route.conditional && { header: IfMatchSchema }),
    },
    ...(takesBody(route.request) && {
      requestBody: { required: true, content: { 'application/json': { schema: route.request.body } } },
    }),
    responses: { [String(route.response.status)]: successResponse(route), ...problemResponses(route) },
  };
}

/** The OpenAPI 3.1 document of the whole HTTP API. */
export function buildDocument(routes: readonly RouteDescription[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Switchboard',
      version: '1.0.0',
      description: 'An open-source CRM for contact centres. Errors are RFC 9457 problems with a stable `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
}
