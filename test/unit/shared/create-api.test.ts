import { beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { routes } from '../../../functions/accounts/routes.ts';
import { OpenApiSchema, operationsByTag } from '../../../functions/api-docs/domain/document.ts';
import { onEveryAccount } from '../../../functions/shared/http/access.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { NO_BODY, NOTHING, routesOf } from '../../../functions/shared/http/route.ts';
import { buildDocument } from '../../../tools/openapi/build-document.ts';
import { call, routeTable, send } from '../../support/http.ts';
import { MemoryAccounts } from '../../support/memory-accounts.ts';
import { MemoryAnswers } from '../../support/memory-answers.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { TESTERS } from '../../support/rights.ts';

const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
const body = { prefix: 'BRI', name: 'Brigitte Training', manager: 'Brigitte' };
let api: ReturnType<typeof createApi>;

const apiOf = (accounts: MemoryAccounts) =>
  createApi(routes, {
    accounts,
    contents: accounts,
    clock,
    answers: new MemoryAnswers(),
    rights: TESTERS,
    audit: new MemoryAudit(),
  });

beforeAll(() => {
  api = apiOf(new MemoryAccounts());
});

describe('a faulty request is rejected', () => {
  test.each(['{', '', 'nonsense', '{"prefix":"BRI",}'])('invalid JSON: %j', async (text) => {
    expect((await call(api, 'POST', '/accounts', { body: text })).body).toMatchObject({
      status: 400,
      code: 'body.malformed',
    });
  });

  test.each(['null', '[]', '"text"', '1'])('JSON that is not an object: %s', async (text) => {
    expect((await call(api, 'POST', '/accounts', { body: text })).body).toMatchObject({
      status: 400,
      code: 'body.invalid',
    });
  });

  test('without a body', async () => {
    const answer = await call(api, 'POST', '/accounts', { headers: { 'content-type': 'application/json' } });
    expect(answer.body).toMatchObject({ status: 400, code: 'body.malformed' });
  });

  test('with another content type', async () => {
    const answer = await call(api, 'POST', '/accounts', { body: 'a=b', headers: { 'content-type': 'text/plain' } });
    expect(answer.body).toMatchObject({ status: 415, code: 'body.not-json' });
  });

  test('with a body that is too large', async () => {
    const text = JSON.stringify({ ...body, name: '' });
    // Counted in bytes: the last character takes two.
    const filled = (bytes: number) => text.replace('""', `"${'x'.repeat(bytes - text.length - 2)}é"`);
    const limit = 256 * 1024;
    for (const isBase64 of [false, true]) {
      const fits = await call(api, 'POST', '/accounts', { body: filled(limit), isBase64 });
      expect(fits.body).toMatchObject({ status: 400, code: 'body.invalid' });
      const answer = await call(api, 'POST', '/accounts', { body: filled(limit + 1), isBase64 });
      expect(answer.body).toMatchObject({ status: 413, code: 'body.too-large' });
      expect(answer.body.detail).toContain(`at most ${limit}`);
    }
  });

  test('with a body that is not valid UTF-8', async () => {
    const bytes = Buffer.from('{"prefix":"UTF","name":"X","manager":"M"}');
    bytes[bytes.indexOf('X')] = 0xff;
    // The HTTP API hands text on as text, its invalid bytes replaced, and anything else as base64.
    for (const sent of [{ body: bytes.toString() }, { body: bytes, isBase64: true }]) {
      const answer = await call(api, 'POST', '/accounts', sent);
      expect(answer.body).toMatchObject({ status: 400, code: 'body.not-utf-8' });
    }
    const meant = await call(api, 'POST', '/accounts', { body: '{"prefix":"UTF","name":"\\ufffd é","manager":"M"}' });
    expect(meant.body.name).toBe('\ufffd é');
    const base64 = { body: JSON.stringify({ ...body, prefix: 'BAS', name: 'é' }), isBase64: true };
    expect((await call(api, 'POST', '/accounts', base64)).body.name).toBe('é');
  });

  test('with unknown keys, each by name', async () => {
    const answer = await call(api, 'POST', '/accounts', { body: { ...body, 'a/b~c': 1, other: 2 } });
    expect(answer.body.errors).toEqual([
      { pointer: '/a~1b~0c', code: 'input.unknown', detail: 'This field does not exist. Remove it.' },
      { pointer: '/other', code: 'input.unknown', detail: 'This field does not exist. Remove it.' },
    ]);
  });

  test('with text that the database cannot store', async () => {
    const text = '{"prefix":"SUR","name":"half \\ud800","manager":"nul \\u0000"}';
    const answer = await call(api, 'POST', '/accounts', { body: text });
    expect(answer.body.errors).toMatchObject([{ pointer: '/name' }, { pointer: '/manager' }]);
  });

  test('with keys that would reach a prototype', async () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const text = `{"prefix":"PRO","name":"a","manager":"b","${key}":{"polluted":true}}`;
      expect((await call(api, 'POST', '/accounts', { body: text })).status).toBe(400);
    }
    expect('polluted' in {}).toBe(false);
  });

  test.each([
    ['GET', '/nowhere'],
    ['DELETE', '/accounts'],
    ['GET', '/accounts/BRI/more'],
    ['GET', '/__proto__'],
    ['GET', '/constructor'],
  ])('%s %s, which is not a route', async (method, path) => {
    expect((await call(api, method, path)).body).toMatchObject({ status: 404, code: 'route.not-found' });
  });
});

describe('every answer', () => {
  test('has headers against caches, frames and guessed types', async () => {
    for (const answer of [await call(api, 'GET', '/accounts'), await call(api, 'GET', '/nowhere')]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    }
  });

  test('has the type application/problem+json if it is a problem', async () => {
    const answer = await call(api, 'GET', '/accounts/NIX');
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is no account NIX.',
      code: 'account.not-found',
      requestId: 'JKJaXmPLvHcESHA=',
    });
  });
});

describe('authorisation', () => {
  test('comes before any other check', async () => {
    expect((await call(api, 'POST', '/accounts', { body: '{', role: 'agent' })).body.code).toBe('access.forbidden');
    expect((await call(api, 'POST', '/accounts', { body: '{', role: null })).body.code).toBe('access.unauthenticated');
  });

  test('accepts a user who has the permission on every account', async () => {
    expect((await call(api, 'POST', '/accounts', { body: {} })).body.code).toBe('body.invalid');
  });

  test.each(['none', 'agent', 'unknown'])('rejects a user with the role %s', async (role) => {
    expect((await call(api, 'POST', '/accounts', { body: {}, role })).body.code).toBe('access.forbidden');
  });

  test('needs a reader of rights where a route is not public', () => {
    expect(() => createApi(routes as never, { answers: new MemoryAnswers() })).toThrow('needs a reader of rights');
  });
});

test('the caller of a request is read once', async () => {
  const claims = { sub: 'tester', token_use: 'access' };
  let reads = 0;
  const jwt = {
    get claims() {
      reads += 1;
      return claims;
    },
  };
  const event = {
    routeKey: 'POST /accounts',
    headers: { 'content-type': 'application/json' },
    requestContext: { requestId: 'r-1', timeEpoch: 1, http: { method: 'POST' }, authorizer: { jwt } },
    body: JSON.stringify({ ...body, prefix: 'ONC' }),
  };
  expect(await api(event as never, {} as never)).toMatchObject({ statusCode: 201 });
  expect(reads).toBe(1);
});

test('an internal error does not show its cause', async () => {
  const accounts = new MemoryAccounts();
  accounts.read = () => Promise.reject(new Error('secret table name'));
  const answer = await call(apiOf(accounts), 'GET', '/accounts/BRI');
  expect(answer.body).toMatchObject({ status: 500, code: 'internal' });
  expect(JSON.stringify(answer.body)).not.toContain('secret');
});

test('an error of a library that has a status is still an internal error', async () => {
  const accounts = new MemoryAccounts();
  accounts.read = () => Promise.reject(Object.assign(new Error('throttled'), { $metadata: { httpStatusCode: 400 } }));
  const answer = await call(apiOf(accounts), 'GET', '/accounts/BRI');
  expect(answer.status).toBe(500);
});

describe('a route that begins to read before the rights are known', () => {
  interface Shelf {
    read(thingId: string): Promise<string>;
  }
  const route = routesOf<Shelf>()({
    method: 'GET',
    path: '/things/{thingId}',
    operationId: 'getThing',
    tag: 'Things',
    summary: 'Read a thing.',
    access: onEveryAccount('users.manage'),
    begin: ({ read }, { thingId = '' }) => {
      const found = read(thingId);
      found.catch(() => undefined);
      return { read: () => found };
    },
    request: { params: z.strictObject({ thingId: z.string() }), query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The thing.', body: z.strictObject({ thing: z.string() }) },
    problems: [],
    handle: async ({ read }, { params }) => ({ status: 200, body: { thing: await read(params.thingId) } }),
  });

  /** Answers a request, with what happened until then. */
  async function answered(role: string | null, outcome: Promise<string> = Promise.resolve('lamp')) {
    const steps: string[] = [];
    const grantsOf: typeof TESTERS.grantsOf = async (userId, at) => {
      await new Promise(setImmediate);
      steps.push('rights');
      return TESTERS.grantsOf(userId, at);
    };
    const read = (thingId: string) => {
      steps.push(`read ${thingId}`);
      return outcome;
    };
    const services = { read, rights: { ...TESTERS, grantsOf }, audit: new MemoryAudit() };
    const api = createApi([route], services);
    const { status, body } = await send(api, routeTable(['GET /things/{thingId}']), 'GET', '/things/7', { role });
    return { status, body, steps };
  }

  test('uses the reading after the authorisation', async () => {
    const { status, body, steps } = await answered('administrator');
    expect([status, body, steps]).toEqual([200, { thing: 'lamp' }, ['read 7', 'rights']]);
  });

  test('shows nothing of it to a user without the right, also where it fails', async () => {
    for (const outcome of [Promise.resolve('lamp'), Promise.reject(new Error('no lamp'))]) {
      const { status, body } = await answered('agent', outcome);
      expect([status, body.code]).toEqual([403, 'access.forbidden']);
      expect(JSON.stringify(body)).not.toContain('lamp');
    }
  });

  test('reads nothing for a request without a user', async () => {
    expect(await answered(null)).toMatchObject({ status: 401, steps: [] });
  });
});

describe('a route of the method PATCH', () => {
  const route = routesOf<unknown>()({
    method: 'PATCH',
    path: '/things/{thingId}',
    operationId: 'updateThing',
    tag: 'Things',
    summary: 'Change a part of a thing.',
    access: onEveryAccount('setup.read'),
    request: { params: z.strictObject({ thingId: z.string() }), query: NOTHING, body: z.strictObject({ a: z.int() }) },
    conditional: true,
    response: { status: 200, description: 'The thing.', body: z.strictObject({ thingId: z.string(), a: z.int() }) },
    problems: [404, 412, 428],
    handle: async (_, { params, body }) => ({ status: 200, body: { ...params, ...body } }),
  });
  const patch = (address: string, headers: Record<string, string>) =>
    send(
      createApi([route], { answers: new MemoryAnswers(), rights: TESTERS, audit: new MemoryAudit() }),
      routeTable(['PATCH /things/{thingId}']),
      'PATCH',
      address,
      { body: { a: 1 }, headers },
    );

  test('gets its parameters and its body, and needs the ETag of what was read', async () => {
    const found = await patch('/things/a%20b', { 'if-match': '"1"' });
    expect(found).toMatchObject({ status: 200, body: { thingId: 'a b', a: 1 } });
    const notTags = { status: 400, body: { code: 'if-match.invalid' } };
    expect(await patch('/things/7', { 'if-match': '"1" "2"' })).toMatchObject(notTags);
    expect(await patch('/things/7', {})).toMatchObject({ status: 428, body: { code: 'if-match.missing' } });
    expect(await patch('/other/7', {})).toMatchObject({ status: 404, body: { code: 'route.not-found' } });
  });

  test('is in the OpenAPI document and on its page', () => {
    const operation = buildDocument([route]).paths?.['/things/{thingId}']?.patch;
    expect(operation).toMatchObject({ operationId: 'updateThing', requestBody: { required: true } });
    const operations = operationsByTag(OpenApiSchema.parse(JSON.parse(JSON.stringify(buildDocument([route])))));
    expect(operations.get('Things')).toMatchObject([{ method: 'PATCH', path: '/things/{thingId}' }]);
  });
});
