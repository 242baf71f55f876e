import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../../../local/functions/types.ts';
import type { RunningServer } from '../../../../local/http/server.ts';
import { JwtAuthorizer } from '../../../../local/http-api/authorizer.ts';
import { serveHttpApi } from '../../../../local/http-api/http-api.ts';
import type { RouteConfig } from '../../../../local/template/resources/http-apis.ts';
import { GATEWAY_ERRORS } from '../../../../tools/openapi/gateway-errors.ts';

const keys = [
  'GET /things',
  'ANY /things/{id}',
  'PATCH /things/{id}',
  'GET /things/special',
  'GET /files/{path+}',
  'POST /things',
  '$default',
];
const routes: RouteConfig[] = keys.map((key) => ({
  key,
  functionArn: key,
  timeoutMs: 200,
  authorizer: undefined,
  scopes: [],
}));
const cors = {
  AllowOrigins: ['https://console.example'],
  AllowMethods: ['GET'],
  AllowHeaders: ['authorization'],
  MaxAge: 60,
};

let server: RunningServer;
let answer: (event: Record<string, never>) => Outcome | Promise<Outcome>;

const json = (value: unknown): Outcome => ({ ok: true, payload: JSON.stringify(value) });
const echo = (event: unknown) => json({ statusCode: 200, body: JSON.stringify(event) });

beforeAll(async () => {
  server = await serveHttpApi(
    0,
    { id: 'api', cors, routes },
    {
      account: '000000000000',
      authorizer: new JwtAuthorizer([]),
      invoke: async (_, event) => answer(JSON.parse(event)),
    },
  );
});

afterAll(() => server.close());

async function call(path: string, init: RequestInit = {}) {
  const response = await fetch(server.url + path, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, event: () => JSON.parse(text) };
}

/** The example of an error of API Gateway in the OpenAPI document. */
const documented = (status: number): string => JSON.stringify({ message: GATEWAY_ERRORS[status]?.message });

describe('the HTTP API', () => {
  test.each([
    ['GET', '/things', 'GET /things', undefined],
    ['GET', '/things/7', 'ANY /things/{id}', { id: '7' }],
    ['PATCH', '/things/7', 'PATCH /things/{id}', { id: '7' }],
    ['DELETE', '/things/a%20b', 'ANY /things/{id}', { id: 'a b' }],
    ['GET', '/things/special', 'GET /things/special', undefined],
    ['GET', '/files/a/b/c.txt', 'GET /files/{path+}', { path: 'a/b/c.txt' }],
    ['PUT', '/elsewhere', '$default', undefined],
  ])('routes %s %s to %s', async (method, path, routeKey, pathParameters) => {
    answer = echo;
    const event = (await call(path, { method })).event();
    expect(event).toMatchObject({ version: '2.0', routeKey, requestContext: { http: { method } } });
    expect(event.pathParameters).toEqual(pathParameters);
  });

  test('describes a request as payload format 2.0 does', async () => {
    answer = echo;
    const headers = { 'content-type': 'application/json', cookie: 'a=1; b=2', 'X-Thing': 'yes' };
    const event = (await call('/things?x=1&y=2&x=3', { method: 'POST', headers, body: '{"é":1}' })).event();
    expect(event).toMatchObject({
      rawPath: '/things',
      rawQueryString: 'x=1&y=2&x=3',
      queryStringParameters: { x: '1,3', y: '2' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-thing': 'yes' },
      body: '{"é":1}',
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('cookie');
    const binary = await call('/things', {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: Buffer.from([0, 255]),
    });
    expect(binary.event()).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  });

  test('turns the answer of a function into a response', async () => {
    answer = () =>
      json({ statusCode: 201, headers: { ETag: '"1"' }, cookies: ['a=1'], body: 'aGk=', isBase64Encoded: true });
    const made = await call('/things');
    expect(made).toMatchObject({ status: 201, text: 'hi' });
    expect([made.headers.get('etag'), made.headers.get('set-cookie')]).toEqual(['"1"', 'a=1']);
    answer = () => json({ plain: true });
    const plain = await call('/things');
    expect([plain.status, plain.text, plain.headers.get('content-type')]).toEqual([
      200,
      '{"plain":true}',
      'application/json',
    ]);
    answer = () => json({ statusCode: 'many' });
    expect(await call('/things')).toMatchObject({ status: 500 });
    answer = () => ({ ok: false, failure: { errorType: 'Error', errorMessage: 'secret detail' } });
    expect(await call('/things')).toMatchObject({ status: 500, text: documented(500) });
  });

  test('gives up on a function after the time of its integration', async () => {
    answer = () => new Promise(() => {});
    expect(await call('/things')).toMatchObject({ status: 503, text: documented(503) });
  });

  test.each([
    [401, 'GET /things', {}],
    [403, 'GET /things', { authorization: 'Bearer without the scope' }],
    [404, 'GET /others', {}],
  ])('answers %i like API Gateway when it routes nothing to a function', async (status, key, headers) => {
    const authorizer = new JwtAuthorizer([]);
    authorizer.decide = async (_, header) => ({
      rejection: { status: header === undefined ? 401 : 403, challenge: 'Bearer' },
    });
    const settings = { account: '000000000000', authorizer, invoke: async () => echo({}) };
    const route = { key, functionArn: key, timeoutMs: 200, authorizer: undefined, scopes: [] };
    const closed = await serveHttpApi(0, { id: 'api', cors: undefined, routes: [route] }, settings);
    const response = await fetch(`${closed.url}/things`, { headers });
    expect([response.status, await response.text()]).toEqual([status, documented(status)]);
    await closed.close();
  });

  test('rejects more than 10 MB', async () => {
    answer = echo;
    const response = await call('/things', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(response).toMatchObject({ status: 413, text: documented(413) });
  });

  test('lets in pages of the origins in the template, and no others', async () => {
    answer = echo;
    const origin = 'https://console.example';
    const preflight = await call('/things', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET');
    const allowed = await call('/things', { headers: { origin } });
    expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
    expect((await call('/things', { headers: { origin: 'https://example.com' } })).status).toBe(403);
  });
});
