import type { IncomingMessage } from 'node:http';
import type { JwtContext } from './authorizer.ts';
import type { RouteMatch } from './route-table.ts';

export interface RequestParts {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
  readonly match: RouteMatch;
  readonly jwt: JwtContext | undefined;
  readonly requestId: string;
  readonly api: { readonly id: string; readonly account: string };
}

const TEXT_TYPES = /^(text\/|application\/(json|[\w.+-]*\+json|xml|javascript|x-www-form-urlencoded))/i;

/** The event that API Gateway passes to a function, payload format 2.0. */
export function requestEvent({ request, url, body, match, jwt, requestId, api }: RequestParts): object {
  const { cookie, ...headers } = joinedHeaders(request);
  const path = decodeURIComponent(url.pathname);
  const isText = TEXT_TYPES.test(headers['content-type'] ?? 'text/plain');
  const now = new Date();
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers,
    ...(url.search.length > 1 && { queryStringParameters: joinedQuery(url) }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      ...(jwt && { authorizer: { jwt } }),
      domainName: request.headers.host ?? '',
      domainPrefix: api.id,
      http: {
        method: request.method ?? '',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.route.key,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(match.pathParameters && { pathParameters: match.pathParameters }),
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Header names in lower case; values of repeated headers are joined by commas. */
function joinedHeaders(request: IncomingMessage): Record<string, string | undefined> {
  const entries = Object.entries(request.headersDistinct).map(([name, values]) => [
    name,
    values?.join(name === 'cookie' ? '; ' : ','),
  ]);
  return Object.fromEntries(entries);
}

function joinedQuery(url: URL): Record<string, string> {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name).join(',')]));
}
