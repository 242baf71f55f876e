import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { PERMISSIONS } from '../../functions/shared/domain/permissions.ts';
import { ROLE_NAMES, ROLES } from '../../functions/shared/domain/roles.ts';
import { isAboutAccount, PUBLIC, SIGNED_IN } from '../../functions/shared/http/access.ts';
import { STORED_BODY_BYTES } from '../../functions/shared/http/body-text.ts';
import { ProblemSchema } from '../../functions/shared/http/problem.ts';
import { mayLackBody, onlyReads, type RouteDescription, takesBody } from '../../functions/shared/http/route.ts';
import { describeSchemas } from './describe-schemas.ts';
import { EXAMPLES } from './examples.ts';
import { GATEWAY_ERRORS, GatewayErrorSchema, gatewayStatuses } from './gateway-errors.ts';
import { GUIDE } from './guide.ts';
import { PROBLEM_CODES } from './problem-codes.ts';
import { TAGS } from './tags.ts';
import { tidyDocument } from './tidy-document.ts';

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request does not fit; `errors` points to each wrong part.',
  401: 'No valid token.',
  403: 'The caller does not have the permission that this needs.',
  404: 'There is no such thing.',
  409: 'It conflicts with what is there.',
  412: 'It has changed since it was read: the If-Match header names an older state.',
  415: 'The body is not JSON.',
  422: 'The Idempotency-Key has stood for another request.',
  428: 'The If-Match header is missing.',
  429: 'Too many requests.',
  500: 'The server failed to process the request.',
  503: 'It cannot be done at this moment.',
};

const IF_MATCH = {
  'if-match': z.string().meta({
    description:
      'The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400.',
    example: '"1"',
  }),
};

const REPETITIONS = {
  stored:
    'Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`.',
  bodiless:
    'Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`.',
  own: 'A repetition finds what the first request made, at any time, and answers it as it is then.',
};

const idempotencyKey = (idempotency: keyof typeof REPETITIONS) => ({
  'idempotency-key': z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/)
    .optional()
    .meta({
      description: `A name of your choice for this request, best a UUID. ${REPETITIONS[idempotency]} A repetition has the same path, query and body, byte by byte.`,
      example: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    }),
});

function problemStatuses(route: RouteDescription): readonly number[] {
  return [
    400,
    500,
    ...route.problems,
    // 503: a record of a newer release, which this one cannot read.
    ...(route.access === PUBLIC ? [] : [401, 503]),
    ...(route.access === PUBLIC ? [] : [403]),
    ...(route.feature === undefined ? [] : [404]),
    // An account of other people is answered like one that does not exist.
    ...(isAboutAccount(route.access) ? [404] : []),
    ...(takesBody(route.request) ? [413, 415] : []),
    ...(route.idempotency === 'stored' ? [409, 422] : []),
  ];
}

function tooLarge({ largestBodyBytes = STORED_BODY_BYTES }: RouteDescription): string {
  return `The body has more than ${largestBodyBytes} bytes, or what it leads to is too large to be stored.`;
}

/** The request id, by which the log of the API is searched. Every answer has it. */
const REQUEST_ID = {
  'apigw-requestid': z.string().meta({
    description: 'Names the request. Give it to the operators with a report of a failure.',
    header: { id: 'RequestId' },
  }),
};

/** A client must expect further codes: a new one breaks no client. */
const DocumentedProblemSchema = ProblemSchema.extend({
  code: z.union([z.enum(PROBLEM_CODES), z.string()]).meta({
    description: 'What is wrong, for a program. A code never changes its meaning.',
    example: 'account.not-found',
  }),
}).meta({ id: 'Problem', description: 'An error of the API: RFC 9457, with a stable `code`.' });

const REPLAYED = {
  'idempotent-replayed': z
    .literal('true')
    .optional()
    .meta({
      description: 'Present if this is the stored answer to an earlier request with the same Idempotency-Key.',
      header: { id: 'IdempotentReplayed' },
    }),
};

const keyOf = ({ method, path }: RouteDescription): string => `${method} ${path}`;

function problemContent(status: number) {
  const examples = Object.entries(EXAMPLES.problems[status] ?? {}).map(([code, value]) => [code, { value }]);
  return {
    'application/problem+json': { schema: DocumentedProblemSchema, examples: Object.fromEntries(examples) },
  };
}

function gatewayContent(status: number) {
  return { 'application/json': { schema: GatewayErrorSchema, example: { message: GATEWAY_ERRORS[status]?.message } } };
}

/** A component is one object to zod-openapi, wherever it is used. */
const SHARED_RESPONSES = new Map<string, ZodOpenApiResponseObject>();

/** One status with every body that may come with it: a problem of the API, an error of API Gateway, or either. */
function errorResponse(route: RouteDescription, status: number, isProblem: boolean, isGateways: boolean) {
  const ownDescription = status === 413 ? tooLarge(route) : (DESCRIPTIONS[status] ?? 'A problem.');
  const descriptions = [
    ...(isProblem ? [ownDescription] : []),
    ...(isGateways ? [`From API Gateway itself, as \`{"message"}\`: ${GATEWAY_ERRORS[status]?.description}`] : []),
  ];
  // The limit of a body is that of one route: every other answer is the same everywhere, and is a component.
  const isShared = status !== 413 || route.largestBodyBytes === undefined;
  const id = `${isProblem ? 'Problem' : ''}${isProblem && isGateways ? 'Or' : ''}${isGateways ? 'GatewayError' : ''}${status}`;
  const response: ZodOpenApiResponseObject = (isShared && SHARED_RESPONSES.get(id)) || {
    ...(isShared && { id }),
    description: descriptions.join(' '),
    headers: z.object(REQUEST_ID),
    content: { ...(isProblem && problemContent(status)), ...(isGateways && gatewayContent(status)) },
  };
  if (isShared) SHARED_RESPONSES.set(id, response);
  return response;
}

function errorResponses(route: RouteDescription) {
  const problems = new Set(problemStatuses(route));
  const gateways = new Set(gatewayStatuses(route));
  const statuses = [...new Set([...problems, ...gateways])].sort((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      errorResponse(route, status, problems.has(status), gateways.has(status)),
    ]),
  );
}

function successResponse(route: RouteDescription) {
  const { response, idempotency } = route;
  const headers = {
    ...REQUEST_ID,
    ...(response.hasETag && { etag: z.string().meta({ description: 'The state of what was answered.' }) }),
    ...(idempotency === 'stored' && REPLAYED),
    ...(response.hasLocation && { location: z.string().meta({ description: 'Where it is found from now on.' }) }),
  };
  return {
    description: response.description,
    headers: z.object(headers),
    ...(response.body && {
      content: {
        [response.mediaType ?? 'application/json']: { schema: response.body, example: EXAMPLES.answers[keyOf(route)] },
      },
    }),
  };
}

const VIEW_AS = {
  'view-as': z
    .string()
    .regex(/^[\x21-\x7e]{1,100}$/)
    .optional()
    .meta({
      description:
        'The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`.',
      example: '0193a5c07e4b1f2d3c4b5a69788f',
    }),
};

function headerSchema(route: RouteDescription): z.ZodObject | undefined {
  const { access, conditional, idempotency, hasPersonalData } = route;
  const isViewable = access !== PUBLIC && onlyReads(route);
  if (!conditional && idempotency === 'none' && !isViewable) return undefined;
  return z.object({
    ...(isViewable && VIEW_AS),
    ...(conditional && IF_MATCH),
    ...(idempotency !== 'none' &&
      idempotencyKey(hasPersonalData && idempotency === 'stored' ? 'bodiless' : idempotency)),
  });
}

/** Who may call a route, for a person and for a program. */
function accessTo({ access, feature }: RouteDescription) {
  if (access === PUBLIC) return { description: 'Anybody, without a token.', security: [] };
  if (access === SIGNED_IN) return { description: 'Any user with a valid token, also one without a role.' };
  const { permission } = access;
  const roles = ROLE_NAMES.filter((role) => ROLES[role].includes(permission)).join(', ') || 'none';
  return {
    description: `Needs the permission \`${permission}\`: ${PERMISSIONS[permission]} Built-in roles that have it: ${roles}.${feature === undefined ? '' : ` Answers 404 while the feature \`${feature}\` is off.`}`,
    'x-permission': permission,
    ...(feature !== undefined && { 'x-feature': feature }),
  };
}

function parameterSchema(schema: z.ZodType): z.ZodObject | undefined {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0 ? schema : undefined;
}

function operation(route: RouteDescription): ZodOpenApiOperationObject {
  const path = parameterSchema(route.request.params);
  const query = parameterSchema(route.request.query);
  const header = headerSchema(route);
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...accessTo(route),
    requestParams: {
      ...(path && { path }),
      ...(query && { query }),
      ...(header && { header }),
    },
    ...(takesBody(route.request) && {
      requestBody: {
        required: !mayLackBody(route.request),
        content: { 'application/json': { schema: route.request.body, example: EXAMPLES.requests[keyOf(route)] } },
      },
    }),
    responses: { [String(route.response.status)]: successResponse(route), ...errorResponses(route) },
  };
}

/** The OpenAPI 3.1 document of the whole HTTP API. */
export function buildDocument(routes: readonly RouteDescription[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  const document = createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Switchboard',
      version: '1.0.0',
      description: GUIDE.join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: TAGS.filter(({ name }) => routes.some(({ tag }) => tag === name)),
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
  const tidied = tidyDocument(document);
  describeSchemas(tidied.components?.schemas ?? {});
  return tidied;
}
