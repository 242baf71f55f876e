import type { Problem } from './problem.ts';

/** What a route answers. `location` and `etag` become headers; a body becomes JSON. */
export interface ApiResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly etag?: string;
  readonly location?: string;
}

/** What the HTTP API expects of a function (payload format 2.0). */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** No answer is cached (they are personal data), framed, sniffed or run as a page. */
const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

export function toHttpResponse({ status, body, etag, location }: ApiResponse): HttpResponse {
  return {
    statusCode: status,
    headers: {
      ...SECURITY_HEADERS,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(etag !== undefined && { etag }),
      ...(location !== undefined && { location }),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

export function toProblemResponse(problem: Problem): HttpResponse {
  return {
    statusCode: problem.status,
    headers: { ...SECURITY_HEADERS, 'content-type': 'application/problem+json' },
    body: JSON.stringify(problem),
  };
}
