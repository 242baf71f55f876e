import createClient, { type Client } from 'openapi-fetch';
import type { ConsoleConfig } from '../config.ts';
import type { Session } from '../session/session.ts';
import { viewedUser } from '../session/viewed-user.ts';
import { apiErrorOf, offlineError } from './api-error.ts';
import type { paths } from './schema.ts';

export type Api = Client<paths>;

/** The typed client of the API. Each request carries the access token of the session, and the user as whom it is seen. */
export function createApi(config: ConsoleConfig, session: Session): Api {
  return createClient<paths>({
    baseUrl: config.api,
    fetch: (request) => {
      const viewed = viewedUser();
      if (viewed !== undefined) request.headers.set('view-as', viewed.userId);
      return fetchSignedIn(session, request);
    },
  });
}

/** Sends a request; if its token is rejected, once more with a new one. */
async function fetchSignedIn(session: Session, request: Request): Promise<Response> {
  const again = request.clone();
  const { response, token } = await send(session, request);
  if (response.status !== 401) return response;
  session.reject(token);
  return (await send(session, again)).response;
}

async function send(
  session: Session,
  request: Request,
): Promise<{ readonly response: Response; readonly token: string }> {
  try {
    const token = await session.accessToken();
    request.headers.set('authorization', `Bearer ${token}`);
    return { response: await fetch(request), token };
  } catch (error) {
    // An aborted request is no sign of a lost connection.
    if (request.signal.aborted) throw error;
    throw offlineError();
  }
}

/** A success of the API: its body, and the ETag by which it is updated. */
export interface Answer<Body> {
  readonly body: Body;
  readonly etag: string;
}

interface Outcome<Body> {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}

/** @throws ApiError if the API did not succeed */
export async function answerOf<Body>(outcome: Promise<Outcome<Body>>): Promise<Answer<NonNullable<Body>>> {
  const { data, error, response } = await outcome;
  if (!response.ok || data === undefined || data === null) throw apiErrorOf(response, error);
  return { body: data, etag: response.headers.get('etag') ?? '' };
}

/** @throws ApiError if the API did not succeed */
export async function bodyOf<Body>(outcome: Promise<Outcome<Body>>): Promise<NonNullable<Body>> {
  return (await answerOf(outcome)).body;
}

/** For an operation without an answer. @throws ApiError if the API did not succeed */
export async function done(outcome: Promise<Outcome<unknown>>): Promise<void> {
  const { error, response } = await outcome;
  if (!response.ok) throw apiErrorOf(response, error);
}

/** The header that lets a request be repeated without being carried out twice. */
export const oneTime = (): { 'idempotency-key': string } => ({ 'idempotency-key': crypto.randomUUID() });
