import { createHash } from 'node:crypto';
import { DomainError } from '../domain/errors.ts';
import { log } from '../observability/logger.ts';
import type { AnswerStore, KeyOwner, StoredAnswer } from './answer-store.ts';
import type { RawRequest } from './http-event.ts';
import type { ApiResponse } from './response.ts';
import type { RouteDescription } from './route.ts';

/** Identifies a request by everything that decides its effect. */
function fingerprintOf({ method, path }: RouteDescription, { params, query, headers, body }: RawRequest): string {
  const request = [method, path, params, query, headers['if-match'], body];
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}

const inUse = () =>
  new DomainError(
    'conflict',
    'idempotency-key.in-use',
    'The same request is still in progress. Repeat it in a few seconds.',
  );

const reused = () =>
  new DomainError(
    'unprocessable',
    'idempotency-key.reused',
    'This Idempotency-Key was used for another request. Send a new key with each new request.',
  );

const notKept = (location: string | undefined) =>
  new DomainError(
    'conflict',
    'idempotency-key.answer-not-kept',
    `This request was already processed; its answer was too large to be stored. Read ${location ?? 'the resource that it concerns'}.`,
  );

/**
 * A failure of the answer store must not hide the result of the request; in the worst case a repetition waits for the
 * lock.
 */
async function orLog(requestId: string, write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    log.error('http.key-not-completed', { requestId }, error);
  }
}

/** A stored body with personal data would outlive the data itself, and what the user may see of them. */
function storedPart({ hasPersonalData }: RouteDescription, response: ApiResponse): StoredAnswer {
  const { status, body, etag, location } = response;
  return hasPersonalData ? { status, etag, location } : { status, body, etag, location };
}

async function runFirst(
  answers: AnswerStore,
  route: RouteDescription,
  owner: KeyOwner,
  lock: string,
  request: RawRequest,
  run: () => Promise<ApiResponse>,
) {
  let response: ApiResponse;
  try {
    response = await run();
  } catch (error) {
    // The request was rejected or has failed: a repetition may run it.
    await orLog(request.id, answers.free(owner, lock));
    throw error;
  }
  await orLog(request.id, answers.keep(owner, lock, storedPart(route, response)));
  return response;
}

function replay(answer: StoredAnswer): ApiResponse {
  return { ...answer, headers: { 'idempotent-replayed': 'true' } };
}

/**
 * Runs a request that has an Idempotency-Key, or returns its stored answer.
 * @throws DomainError `idempotency-key.in-use`, `idempotency-key.reused`, `idempotency-key.answer-not-kept`
 */
export async function runOnce(
  answers: AnswerStore,
  route: RouteDescription,
  key: string,
  request: RawRequest,
  run: () => Promise<ApiResponse>,
): Promise<ApiResponse> {
  const owner = { user: request.caller.userId, key };
  const claim = await answers.claim(owner, fingerprintOf(route, request));
  switch (claim.status) {
    case 'claimed':
      return runFirst(answers, route, owner, claim.lock, request, run);
    case 'answered':
      return replay(claim.answer);
    case 'running':
      throw inUse();
    case 'other-request':
      throw reused();
    case 'not-kept':
      throw notKept(claim.location);
  }
}
