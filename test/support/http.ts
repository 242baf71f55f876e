import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { RouteTable } from '../../local/http-api/route-table.ts';
import type { RouteConfig } from '../../local/template/resources/http-apis.ts';
import { contractViolation, DOCUMENTED_ROUTES } from './openapi.ts';
import { testerOf } from './rights.ts';

type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2> | APIGatewayProxyStructuredResultV2 | undefined;

export interface TestRequest {
  /** Of `testerOf`, by default `administrator`; null leaves the token out. The handler needs the rights of `TESTERS`. */
  readonly role?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a string or bytes already. */
  readonly body?: unknown;
  /** Whether the HTTP API takes the body for something else than text. */
  readonly isBase64?: boolean;
}

export interface TestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | boolean | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

function bodyOf({ body, isBase64 }: TestRequest): string {
  const isSentAsIs = typeof body === 'string' || Buffer.isBuffer(body);
  const bytes = Buffer.from(isSentAsIs ? body : JSON.stringify(body));
  return bytes.toString(isBase64 ? 'base64' : 'utf8');
}

/** Matches requests with routes as the HTTP API does, by their keys: `GET /accounts`. */
export function routeTable(keys: readonly string[]): RouteTable {
  return new RouteTable(keys.map((key) => ({ key }) as RouteConfig));
}

const FIRST_REQUEST = Date.parse('2026-11-22T11:02:25.000Z');
let requests = 0;

/** A millisecond later with each request. */
function nextMoment(): number {
  requests += 1;
  return FIRST_REQUEST + requests;
}

function toEvent(routes: RouteTable, method: string, address: string, request: TestRequest): APIGatewayProxyEventV2 {
  const url = new URL(address, 'http://api');
  const match = routes.find(method, url.pathname);
  const hasBody = request.body !== undefined;
  const { role = 'administrator' } = request;
  const event = {
    version: '2.0',
    routeKey: match?.route.key ?? '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...(hasBody && { 'content-type': 'application/json' }), ...request.headers },
    ...(url.search && { queryStringParameters: Object.fromEntries(url.searchParams) }),
    requestContext: {
      requestId: 'JKJaXmPLvHcESHA=',
      // An audit entry has the time and the id of its request as its key.
      timeEpoch: nextMoment(),
      http: { method, path: url.pathname },
      ...(role !== null && { authorizer: { jwt: { claims: { sub: testerOf(role), token_use: 'access' } } } }),
    },
    ...(match?.pathParameters && { pathParameters: match.pathParameters }),
    ...(hasBody && { body: bodyOf(request) }),
    isBase64Encoded: request.isBase64 ?? false,
  };
  return event as unknown as APIGatewayProxyEventV2;
}

/** Calls an API's handler as the HTTP API does for the routes of a table, by an administrator by default. */
export async function send(
  handler: Handler,
  routes: RouteTable,
  method: string,
  address: string,
  request: TestRequest = {},
): Promise<TestResponse & { readonly routeKey: string }> {
  const event = toEvent(routes, method, address, request);
  const result = await handler(event, { awsRequestId: 'test' } as Context);
  if (!result) throw new Error('The handler answered nothing');
  const { statusCode: status = 200, headers = {}, body } = result;
  return { routeKey: event.routeKey, status, headers, body: body ? shownBody(body, headers) : undefined };
}

function shownBody(body: string, headers: TestResponse['headers']): unknown {
  return String(headers['content-type']).startsWith('text/') ? body : JSON.parse(body);
}

const DOCUMENTED = routeTable(DOCUMENTED_ROUTES);

/** Like `send`, for the routes of the OpenAPI document. Every response must match the document. */
export async function call(
  handler: Handler,
  method: string,
  address: string,
  request: TestRequest = {},
): Promise<TestResponse> {
  const { routeKey: _, ...response } = await callRoute(handler, method, address, request);
  return response;
}

/** Like `call`; the result has the key of the route in addition. */
export async function callRoute(
  handler: Handler,
  method: string,
  address: string,
  request: TestRequest = {},
): ReturnType<typeof send> {
  const { routeKey, ...response } = await send(handler, DOCUMENTED, method, address, request);
  const violation = contractViolation(routeKey, { ...response, contentType: response.headers['content-type'] });
  if (violation) throw new Error(`${method} ${address}: ${violation}\n${JSON.stringify(response, null, 2)}`);
  return { routeKey, ...response };
}
