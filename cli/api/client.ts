import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as z from 'zod';
import { parseJson } from '../disk/private-file.ts';
import { CliError } from '../errors.ts';
import { codeOf } from '../fault.ts';
import { retrying } from '../retry.ts';
import { notRunning } from '../session/embedded-cloud.ts';
import type { Session } from '../session/session.ts';
import { problemError } from './problem.ts';

/** One request. `path` starts with a slash; what is put into it goes through `encodeURIComponent`. */
export interface ApiRequest<S extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** Makes the same request twice one change; a new key for each request when absent. */
  readonly idempotencyKey?: string;
  /** The ETag that a change is made on. */
  readonly ifMatch?: string;
  readonly answer: S;
}

export interface Answer<T> {
  readonly body: T;
  readonly etag: string | undefined;
}

const PATIENCE = { attempts: 4, sleep: (milliseconds: number) => sleep(milliseconds) };
const LONGEST_REQUEST_MS = 40_000;
/** What may be gone at the next attempt. */
const PASSING = [429, 500, 502, 503, 504];

/** No answer, or one that may be another the next time. */
class PassingFailure extends Error {
  readonly failure: CliError;

  constructor(failure: CliError) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The HTTP API as one user. Everything that it is asked can be asked again, and is when an answer fails to come. */
export class ApiClient {
  readonly session: Session;
  readonly #signal: AbortSignal | undefined;

  /** @param signal ends requests under way */
  constructor(session: Session, signal?: AbortSignal) {
    this.session = session;
    this.#signal = signal;
  }

  /** @throws CliError in words for a person */
  async send<S extends z.ZodType>(request: ApiRequest<S>): Promise<Answer<z.infer<S>>> {
    const key = request.idempotencyKey ?? randomUUID();
    const response = await this.#persistently(() => this.#fetch(request, key));
    const body = parseJson(await response.text());
    if (!response.ok) throw await problemError(response.status, body, this.session);
    const parsed = request.answer.safeParse(body);
    if (!parsed.success) throw strangeAnswer(this.session, request);
    return { body: parsed.data, etag: response.headers.get('etag') ?? undefined };
  }

  async #persistently(fetchOnce: () => Promise<Response>): Promise<Response> {
    try {
      return await retrying(PATIENCE, (error) => error instanceof PassingFailure, fetchOnce);
    } catch (error) {
      throw error instanceof PassingFailure ? error.failure : error;
    }
  }

  async #fetch(request: ApiRequest<z.ZodType>, key: string): Promise<Response> {
    const response = await this.#attempt(request, key, await this.session.token());
    if (PASSING.includes(response.status)) {
      const body = parseJson(await response.text());
      throw new PassingFailure(await problemError(response.status, body, this.session));
    }
    if (response.status !== 401) return response;
    return this.#attempt(request, key, await this.session.token(true));
  }

  async #attempt(
    { method, path, body, ifMatch }: ApiRequest<z.ZodType>,
    key: string,
    token: string,
  ): Promise<Response> {
    const timeout = AbortSignal.timeout(LONGEST_REQUEST_MS);
    try {
      return await fetch(this.session.api + path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(method !== 'GET' && { 'idempotency-key': key }),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: this.#signal ? AbortSignal.any([this.#signal, timeout]) : timeout,
      });
    } catch (error) {
      if (this.#signal?.aborted) throw this.#signal.reason;
      throw unreachable(this.session, error);
    }
  }
}

function unreachable({ api, isEmbedded }: Session, error: unknown): Error {
  const code = codeOf(error);
  if (isEmbedded && code === 'ECONNREFUSED') return notRunning();
  const failure = new CliError('api.unreachable', `${api} could not be reached${code ? ` (${code})` : ''}.`, {
    advice: 'Check the address and the connection, then try again.',
  });
  // A name that does not exist will not exist a second later either.
  return code === 'ENOTFOUND' ? failure : new PassingFailure(failure);
}

function strangeAnswer({ api }: Session, { method, path }: ApiRequest<z.ZodType>): CliError {
  return new CliError(
    'api.strange-answer',
    `${api} answered ${method} ${path} in a way that the terminal does not know.`,
    {
      advice: 'Is that the address of Switchboard, and of a version that fits this terminal?',
    },
  );
}
