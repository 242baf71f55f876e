import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../web/src/shared/api/schema.ts';
import { callRoute } from './http.ts';
import type { wholeApi } from './whole-api.ts';

/** One request with its answer. A body is undefined where there is none. */
export interface Exchange {
  /** `GET /accounts`. */
  readonly routeKey: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly body: unknown;
}

export type ApiClient = Client<paths>;

const BASE_URL = 'https://api.example';

/** The client that the OpenAPI document describes, connected to handlers in this process. */
export class ConnectedClient {
  /** Every request that was sent, in order. */
  readonly exchanges: Exchange[] = [];
  readonly #api: ReturnType<typeof wholeApi>;

  constructor(api: ReturnType<typeof wholeApi>) {
    this.#api = api;
  }

  /** @param role of the user; null: the request has no token */
  as(role: string | null = 'administrator'): ApiClient {
    return createClient<paths>({ baseUrl: BASE_URL, fetch: (request) => this.#answer(request, role) });
  }

  async #answer(request: Request, role: string | null): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const text = await request.text();
    const { routeKey, status, headers, body } = await callRoute(
      this.#api.handler,
      request.method,
      `${pathname}${search}`,
      { role, headers: Object.fromEntries(request.headers), ...(text !== '' && { body: text }) },
    );
    this.exchanges.push({ routeKey, requestBody: jsonOf(text), status, body });
    const answer = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(answer ?? null, {
      status,
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
    });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Outcome<Body> {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a success, and the header by which what it shows is changed. @throws Error for a problem */
export async function success<Body>(outcome: Promise<Outcome<Body>>) {
  const { data, error, response } = await outcome;
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(error)}`);
  return { body: data as NonNullable<Body>, header: { 'if-match': response.headers.get('etag') ?? '' } };
}
