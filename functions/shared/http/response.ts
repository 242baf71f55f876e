import type { Problem } from './problem.ts';

/** The answer of a route. `location` and `etag` become headers; a body becomes JSON. */
export interface ApiResponse {
  readonly status: number;
  readonly body?: unknown;
  /** Text of another media type, in place of a body. */
  readonly text?: { readonly mediaType: string; readonly content: string };
  /** Further headers, in lower case; they replace the default ones. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly etag?: string;
  readonly location?: string;
}

/** The result that the HTTP API expects of a function (payload format 2.0). */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** No answer is cached (it holds personal data), framed, sniffed or run as a page. */
const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

function contentOf({ body, text }: ApiResponse): { readonly mediaType: string; readonly content: string } | undefined {
  return body === undefined ? text : { mediaType: 'application/json', content: JSON.stringify(body) };
}

export function toHttpResponse(response: ApiResponse): HttpResponse {
  const { status, etag, location, headers } = response;
  const content = contentOf(response);
  return {
    statusCode: status,
    headers: {
      ...SECURITY_HEADERS,
      ...(content && { 'content-type': content.mediaType }),
      ...(etag !== undefined && { etag }),
      ...(location !== undefined && { location }),
      ...headers,
    },
    body: content?.content ?? '',
  };
}

export function toProblemResponse(problem: Problem): HttpResponse {
  return {
    statusCode: problem.status,
    headers: { ...SECURITY_HEADERS, 'content-type': 'application/problem+json' },
    body: JSON.stringify(problem),
  };
}
