import { beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { RightsReader } from '../../../functions/shared/domain/caller.ts';
import { DomainError } from '../../../functions/shared/domain/errors.ts';
import { onEveryAccount } from '../../../functions/shared/http/access.ts';
import type { StoredAnswer } from '../../../functions/shared/http/answer-store.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import type { ApiResponse } from '../../../functions/shared/http/response.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../../functions/shared/http/route.ts';
import { MemoryAnswers } from '../../support/memory-answers.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { TESTERS } from '../../support/rights.ts';

interface Services {
  readonly answers: MemoryAnswers;
  run(body: unknown): Promise<ApiResponse>;
}

const define = routesOf<Services>();
const common = { tag: 'Test', summary: 'A test.', access: onEveryAccount('setup.read'), problems: [] };
const body = z.strictObject({ name: z.string() });

const routes: Route<Services>[] = [
  define({
    ...common,
    method: 'POST',
    path: '/things',
    operationId: 'stored',
    request: { params: NOTHING, query: NOTHING, body },
    response: { status: 201, description: 'It.' },
    handle: ({ run }, request) => run(request.body),
  }),
  define({
    ...common,
    method: 'POST',
    path: '/people',
    operationId: 'personal',
    hasPersonalData: true,
    request: { params: NOTHING, query: NOTHING, body },
    response: { status: 201, description: 'It.' },
    handle: ({ run }, request) => run(request.body),
  }),
  define({
    ...common,
    method: 'POST',
    path: '/addresses',
    operationId: 'own',
    idempotency: 'own',
    request: { params: NOTHING, query: NOTHING, body: NO_BODY },
    response: { status: 201, description: 'It.' },
    handle: ({ run }, { caller, idempotencyKey }) => run([caller.userId, idempotencyKey]),
  }),
];

let ran: unknown[];
let answers: MemoryAnswers;
let outcome: () => Promise<ApiResponse>;
let api: ReturnType<typeof createApi>;
let rights: RightsReader;
beforeEach(() => {
  rights = TESTERS;
  ran = [];
  outcome = async () => ({ status: 201, body: { number: ran.length }, etag: '"1"', location: '/things/1' });
  const run = (given: unknown) => {
    ran.push(given);
    return outcome();
  };
  answers = new MemoryAnswers();
  api = createApi(routes, {
    answers,
    rights: { ...TESTERS, grantsOf: (userId) => rights.grantsOf(userId) },
    audit: new MemoryAudit(),
    run,
  });
});

interface Sent {
  readonly path?: string;
  readonly key?: string;
  readonly user?: string;
  readonly ifMatch?: string;
  readonly body?: unknown;
}

async function post({ path = '/things', key, user = 'tester-agent', ifMatch, body: sent = { name: 'a' } }: Sent) {
  const event = {
    version: '2.0',
    rawPath: path,
    routeKey: `POST ${path}`,
    headers: {
      'Content-Type': 'application/json',
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
    },
    requestContext: {
      requestId: 'request',
      timeEpoch: 1,
      http: { method: 'POST', path },
      authorizer: { jwt: { claims: { sub: user, token_use: 'access' } } },
    },
    body: JSON.stringify(sent),
  };
  const answer = await api(event as never, {} as never);
  return { ...answer, body: answer.body ? JSON.parse(answer.body) : undefined };
}

describe('a request with an Idempotency-Key', () => {
  test('runs once, and is answered the same again', async () => {
    const first = await post({ key: 'k' });
    const second = await post({ key: 'k' });
    expect(first).toMatchObject({ statusCode: 201, body: { number: 1 } });
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    expect(second).toMatchObject({ statusCode: 201, body: { number: 1 } });
    expect(second.headers).toEqual({ ...first.headers, 'idempotent-replayed': 'true' });
    expect(ran).toHaveLength(1);
  });

  test('gets no body again that has personal data, and the store never holds it', async () => {
    const kept: StoredAnswer[] = [];
    const keep = answers.keep.bind(answers);
    answers.keep = async (owner, lock, answer) => {
      kept.push(answer);
      return keep(owner, lock, answer);
    };
    expect(await post({ path: '/people', key: 'k' })).toMatchObject({ statusCode: 201, body: { number: 1 } });
    const second = await post({ path: '/people', key: 'k' });
    expect(second).toMatchObject({ statusCode: 201, headers: { etag: '"1"', location: '/things/1' } });
    expect(second.body).toBeUndefined();
    expect(second.headers).toMatchObject({ 'idempotent-replayed': 'true' });
    expect(kept).toEqual([{ status: 201, etag: '"1"', location: '/things/1' }]);
    rights = { ...TESTERS, grantsOf: async () => [] };
    expect(await post({ path: '/people', key: 'k' })).toMatchObject({ statusCode: 403 });
  });

  test('is not answered again to a user who has lost the permission', async () => {
    await post({ key: 'k' });
    rights = { ...TESTERS, grantsOf: async () => [] };
    expect(await post({ key: 'k' })).toMatchObject({ statusCode: 403 });
  });

  test('is a new request without the key, with another key, or by another user', async () => {
    for (const sent of [{}, {}, { key: 'a' }, { key: 'b' }, { key: 'a', user: 'tester-supervisor' }]) await post(sent);
    expect(ran).toHaveLength(5);
  });

  test('is rejected if the key was used for another request', async () => {
    await post({ key: 'k' });
    const answers = [await post({ key: 'k', body: { name: 'b' } }), await post({ key: 'k', ifMatch: '"2"' })];
    for (const answer of answers) {
      expect(answer).toMatchObject({ statusCode: 422, body: { code: 'idempotency-key.reused' } });
    }
    expect(ran).toHaveLength(1);
  });

  test('is rejected while it is in progress, and runs once', async () => {
    const gate = Promise.withResolvers<ApiResponse>();
    outcome = () => gate.promise;
    const first = post({ key: 'k' });
    const second = await post({ key: 'k' });
    expect(second).toMatchObject({ statusCode: 409, body: { code: 'idempotency-key.in-use' } });
    gate.resolve({ status: 201 });
    expect((await first).statusCode).toBe(201);
    expect(ran).toHaveLength(1);
  });

  test.each([
    ['failed', new Error('gone')],
    ['was rejected', new DomainError('conflict', 'x.taken', 'Taken.')],
  ])('may be tried again after it %s', async (_, error) => {
    const succeed = outcome;
    outcome = () => Promise.reject(error);
    expect((await post({ key: 'k' })).statusCode).toBeGreaterThanOrEqual(400);
    outcome = succeed;
    expect(await post({ key: 'k' })).toMatchObject({ statusCode: 201 });
    expect(ran).toHaveLength(2);
  });

  test('may be corrected under the same key after its body was rejected', async () => {
    expect(await post({ key: 'k', body: { nam: 'a' } })).toMatchObject({ statusCode: 400 });
    expect(await post({ key: 'k' })).toMatchObject({ statusCode: 201 });
  });

  test.each(['', 'é', 'a\tb', 'x'.repeat(256)])('is rejected if the key is %j', async (key) => {
    expect(await post({ key })).toMatchObject({ statusCode: 400, body: { code: 'idempotency-key.invalid' } });
    expect(ran).toEqual([]);
  });

  test('takes a key of 255 characters, spaces among them', async () => {
    expect(await post({ key: `a ${'x'.repeat(253)}` })).toMatchObject({ statusCode: 201 });
  });

  test('reaches a route that handles its key itself, with the user', async () => {
    await post({ path: '/addresses', key: 'k' });
    await post({ path: '/addresses', key: 'k' });
    await post({ path: '/addresses' });
    expect(ran).toEqual([
      ['tester-agent', 'k'],
      ['tester-agent', 'k'],
      ['tester-agent', undefined],
    ]);
    expect(await post({ path: '/addresses', key: 'é' })).toMatchObject({ statusCode: 400 });
  });
});

describe('an answer that cannot be stored', () => {
  test('is still returned', async () => {
    const answers = new MemoryAnswers();
    answers.keep = () => Promise.reject(new Error('down'));
    api = createApi(routes, { answers, rights: TESTERS, audit: new MemoryAudit(), run: () => outcome() });
    expect(await post({ key: 'k' })).toMatchObject({ statusCode: 201 });
  });

  test('hides no rejection', async () => {
    const answers = new MemoryAnswers();
    answers.free = () => Promise.reject(new Error('down'));
    const run = () => Promise.reject(new DomainError('conflict', 'x.taken', 'Taken.'));
    api = createApi(routes, { answers, rights: TESTERS, audit: new MemoryAudit(), run });
    expect(await post({ key: 'k' })).toMatchObject({ statusCode: 409, body: { code: 'x.taken' } });
  });
});

test('an API that changes something does not start without a store', () => {
  expect(() => createApi(routes as never, { run: () => outcome() })).toThrow('stored needs a store for its answers');
});
