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

/** One request. `path` begins with a slash; variable parts are encoded with `encodeURIComponent`. */
export interface ApiRequest<S extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** Makes a repeated request one change; without it each request has a new key. */
  readonly idempotencyKey?: string;
  /** The ETag of the version that the update is based on. */
  readonly ifMatch?: string;
  readonly answer: S;
}

export interface Answer<T> {
  readonly body: T;
  readonly etag: string | undefined;
}

const PATIENCE = { attempts: 5, sleep: (milliseconds: number) => sleep(milliseconds) };
const LONGEST_REQUEST_MS = 40_000;
/** Statuses that may differ at the next attempt. */
const TRANSIENT = [429, 500, 502, 503, 504];
/** The first attempt, whose answer was lost, is still in flight. */
const STILL_AT_IT = 'idempotency-key.in-use';

/** The next attempt may succeed. */
class TransientError extends Error {
  readonly failure: CliError;

  constructor(failure: CliError) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The HTTP API for one user. Every request may be repeated, and is when its answer fails to come. */
export class ApiClient {
  readonly session: Session;
  readonly #signal: AbortSignal | undefined;

  /** @param signal cancels requests in flight */
  constructor(session: Session, signal?: AbortSignal) {
    this.session = session;
    this.#signal = signal;
  }

  /** @throws CliError */
  async send<S extends z.ZodType>(request: ApiRequest<S>): Promise<Answer<z.infer<S>>> {
    const key = request.idempotencyKey ?? randomUUID();
    const { body, etag } = await this.#persistently(() => this.#once(request, key));
    const parsed = request.answer.safeParse(body);
    if (!parsed.success) throw unexpectedResponse(this.session, request);
    return { body: parsed.data, etag };
  }

  async #persistently(once: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    try {
      return await retrying(PATIENCE, (error) => error instanceof TransientError, once);
    } catch (error) {
      throw error instanceof TransientError ? error.failure : error;
    }
  }

  async #once(request: ApiRequest<z.ZodType>, key: string): Promise<Answer<unknown>> {
    const first = await this.#attempt(request, key, await this.session.token());
    const response = first.status === 401 ? await this.#attempt(request, key, await this.session.token(true)) : first;
    const body = parseJson(await response.text());
    if (response.ok) return { body, etag: response.headers.get('etag') ?? undefined };
    const failure = await problemError(response.status, body, this.session);
    throw TRANSIENT.includes(response.status) || failure.code === STILL_AT_IT ? new TransientError(failure) : failure;
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
  // A name that does not exist now will not exist at the next attempt.
  return code === 'ENOTFOUND' ? failure : new TransientError(failure);
}

function unexpectedResponse({ api }: Session, { method, path }: ApiRequest<z.ZodType>): CliError {
  return new CliError('api.unexpected-response', `${api} answered ${method} ${path} in an unknown format.`, {
    advice: 'Check that this is the address of Switchboard, and that its version matches this terminal.',
  });
}
