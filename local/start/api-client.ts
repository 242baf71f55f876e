import * as z from 'zod';

/** An answer of the API: `body` is parsed JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: unknown;
}

const ProblemSchema = z.object({ detail: z.string().optional(), message: z.string().optional() }).loose();

/** Calls the HTTP API with the token of one user. */
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

  /** @param ifMatch the ETag of the version to be changed */
  post(path: string, body: object | undefined, ifMatch?: string): Promise<ApiAnswer> {
    return this.#call('POST', path, ifMatch === undefined ? {} : { 'if-match': ifMatch }, body);
  }

  /** @param ifMatch the ETag of the version to be changed */
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

/** Returns the answer if it has one of the expected statuses. @throws Error that names the action and the API's reason */
export function expectStatus(answer: ApiAnswer, action: string, ...expected: number[]): ApiAnswer {
  if (expected.includes(answer.status)) return answer;
  const problem = ProblemSchema.safeParse(answer.body).data;
  throw new Error(
    `${action}: the API answered ${answer.status} (${problem?.detail ?? problem?.message ?? 'no reason given'}).`,
  );
}
