import * as z from 'zod';

/** What the API answered: `body` is parsed JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: unknown;
}

const ProblemSchema = z.object({ detail: z.string().optional(), message: z.string().optional() }).loose();

/** Calls the HTTP API as one user. */
export class ApiClient {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  get(path: string): Promise<ApiAnswer> {
    return this.#call('GET', path, {}, undefined);
  }

  /** @param ifMatch the ETag that the change is made on */
  post(path: string, body: object | undefined, ifMatch?: string): Promise<ApiAnswer> {
    return this.#call('POST', path, ifMatch === undefined ? {} : { 'if-match': ifMatch }, body);
  }

  /** @param ifMatch the ETag that the change is made on */
  put(path: string, body: object, ifMatch?: string): Promise<ApiAnswer> {
    return this.#call('PUT', path, ifMatch === undefined ? {} : { 'if-match': ifMatch }, body);
  }

  async #call(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: object | undefined,
  ): Promise<ApiAnswer> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? undefined,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }
}

/** The answer, when its status is one of those expected. @throws Error that says what was refused and why */
export function expectStatus(answer: ApiAnswer, what: string, ...expected: number[]): ApiAnswer {
  if (expected.includes(answer.status)) return answer;
  const problem = ProblemSchema.safeParse(answer.body).data;
  throw new Error(
    `${what}: the API answered ${answer.status} (${problem?.detail ?? problem?.message ?? 'no reason given'}).`,
  );
}
