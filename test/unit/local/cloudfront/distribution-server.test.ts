import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { serveDistribution } from '../../../../local/cloudfront/distribution-server.ts';
import type { RunningServer } from '../../../../local/http/server.ts';
import { ObjectClient } from '../../../../local/s3/client.ts';
import { rawHttp } from '../../../support/local/raw-http.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Stands for both origins: a bucket below /site/, and an API below /api-origin. */
let origin: Server;
let distribution: RunningServer;
let received: Received[] = [];
beforeEach(() => {
  received = [];
});

beforeAll(async () => {
  origin = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
    if (url?.includes('missing'))
      return response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{}');
    response.writeHead(200, { 'content-type': 'text/html', server: 'origin', 'x-frame-options': 'SAMEORIGIN' });
    response.end(`<${url}>`);
  });
  await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve));
  // biome-ignore lint/suspicious/noExplicitAny: a server that listens on a port has no path for an address
  const { port }: AddressInfo = origin.address() as any;
  const base = `http://127.0.0.1:${port}`;
  const headers = {
    removed: ['server'],
    added: [
      { name: 'x-content-type-options', value: 'nosniff', overrides: true },
      { name: 'x-frame-options', value: 'DENY', overrides: false },
    ],
  };
  distribution = await serveDistribution(
    0,
    {
      rootObject: 'index.html',
      behaviours: [
        {
          pathPattern: '/api/*',
          methods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
          origin: { kind: 'http', address: `${base}/api-origin` },
          viewerRequest: 'function handler({ request }) { request.uri = request.uri.slice(4); return request; }',
          headers: undefined,
        },
        {
          pathPattern: '*',
          methods: ['GET', 'HEAD'],
          origin: { kind: 'bucket', address: `${base}/site/` },
          viewerRequest: undefined,
          headers,
        },
      ],
    },
    new ObjectClient('us-east-1', { accessKeyId: 'LOCALKEY', secretAccessKey: 'secret' }),
  );
});
afterAll(async () => {
  await distribution.close();
  origin.closeAllConnections();
  await new Promise((resolve) => origin.close(resolve));
});

const get = (path: string, init: RequestInit = {}) => fetch(distribution.url + path, { redirect: 'manual', ...init });

describe('a distribution', () => {
  test('answers the root with its root object, from the bucket, by a signed request', async () => {
    const response = await get('/?x=1');
    expect([response.status, await response.text()]).toEqual([200, '</site/index.html>']);
    expect(received).toMatchObject([{ method: 'GET', url: '/site/index.html' }]);
    expect(received[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=LOCALKEY\//);
  });

  test('adds, replaces and removes headers as the policy says', async () => {
    const { headers } = await get('/a%20b.txt');
    expect(received[0]?.url).toBe('/site/a%20b.txt');
    expect([headers.get('server'), headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
      null,
      'nosniff',
      'SAMEORIGIN',
    ]);
  });

  test('hands conditions and ranges on to the bucket, and no cookie or token', async () => {
    const sent = { 'if-none-match': '"1"', range: 'bytes=0-1', cookie: 'a=1', authorization: 'Bearer x' };
    await get('/a.txt', { headers: sent });
    const { headers = {} } = received[0] ?? {};
    expect(headers).toMatchObject({ 'if-none-match': '"1"', range: 'bytes=0-1' });
    expect([headers.cookie, headers.authorization?.includes('Bearer')]).toEqual([undefined, false]);
  });

  test('answers 403 for a missing object, with the headers of the policy', async () => {
    const response = await get('/missing.js');
    expect([response.status, response.headers.get('x-content-type-options')]).toEqual([403, 'nosniff']);
    expect(await response.text()).toContain('AccessDenied');
  });

  test('hands a request to the other origin with query, headers and body, except the host', async () => {
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json', 'if-match': '"1"' };
    const response = await get('/api/accounts?limit=2', { method: 'POST', headers, body: '{"a":1}' });
    expect(await response.text()).toBe('</api-origin/accounts?limit=2>');
    expect(received).toMatchObject([{ method: 'POST', url: '/api-origin/accounts?limit=2', headers, body: '{"a":1}' }]);
    expect(received[0]?.headers.host).not.toBe(new URL(distribution.url).host);
  });

  test('leaves an error of that origin as it is', async () => {
    const response = await get('/api/missing');
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      404,
      'application/problem+json',
      '{}',
    ]);
  });

  test('rejects methods that the behaviour does not allow, and pages of other sites', async () => {
    expect((await get('/index.html', { method: 'POST', body: 'x' })).status).toBe(403);
    expect((await get('/', { headers: { origin: 'https://shop.example' } })).status).toBe(403);
    expect((await rawHttp(distribution.url, { method: 'GET', headers: { host: 'shop.example' } })).status).toBe(403);
    expect(received).toEqual([]);
  });

  test('moves a browser from the name localhost to its own address', async () => {
    const { port } = new URL(distribution.url);
    const { status, headers } = await rawHttp(distribution.url, {
      method: 'GET',
      target: '/accounts?x=1',
      headers: { host: `localhost:${port}` },
    });
    expect([status, headers.location]).toEqual([302, `${distribution.url}/accounts?x=1`]);
  });
});
