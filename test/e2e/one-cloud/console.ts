import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cloud } from './cloud.ts';

let consoleUrl = '';
let config: Config;

interface Config {
  readonly signIn: string;
  readonly client: string;
}

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(consoleUrl + path, { headers, redirect: 'manual' });

/** Signs in as the console does: the page of people, the chosen person, and the code for tokens. */
async function signIn(user: string, verifierSent?: string): Promise<{ status: number; body: Tokens }> {
  const redirectUri = `${consoleUrl}/signed-in`;
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.client,
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: 'here',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = `${config.signIn}/oauth2/authorize?${query}`;
  expect(await (await fetch(page)).text()).toContain(`value="${user}"`);
  const chosen = await fetch(page, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: config.signIn },
    body: new URLSearchParams({ user }),
  });
  const back = new URL(chosen.headers.get('location') ?? '');
  expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([redirectUri, 'here']);
  return token({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifierSent ?? verifier,
  });
}

async function token(form: Record<string, string>) {
  const response = await fetch(`${config.signIn}/oauth2/token`, {
    method: 'POST',
    headers: { origin: consoleUrl },
    body: new URLSearchParams({ client_id: config.client, ...form }),
  });
  expect(response.headers.get('access-control-allow-origin')).toBe(consoleUrl);
  return { status: response.status, body: (await response.json()) as Tokens };
}

describe('the console', () => {
  beforeAll(async () => {
    consoleUrl = cloud.cloud.endpoints.console;
    config = (await (await get('/config.json')).json()) as Config;
  });

  describe('at its address', () => {
    test('serves the page with the security headers of the template, under the addresses of this machine', async () => {
      const response = await get('/');
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toContain('<div id="root">');
      const { s3 } = cloud.cloud.endpoints;
      const documents = `${s3}/${cloud.cloud.outputs.DocumentsBucketName}/`;
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: ${documents}; frame-src ${documents}; font-src 'self'; connect-src 'self' ${config.signIn} ${s3}/${cloud.bucket}/ ${documents}; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'`,
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      });
      const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
      const asset = await get(script);
      expect([asset.status, asset.headers.get('content-type'), asset.headers.get('cache-control')]).toEqual([
        200,
        'text/javascript; charset=utf-8',
        'public, max-age=31536000, immutable',
      ]);
    });

    test('answers every page with the one document, and a missing file with an error', async () => {
      const page = await (await get('/')).text();
      for (const path of ['/accounts/BRI', '/signed-in?code=x', '/files/VoucherID.csv']) {
        const response = await get(path);
        expect([path, response.status, (await response.text()) === page]).toEqual([path, 200, true]);
      }
      for (const path of ['/assets/missing.js', '/missing.png', '/.sources', '/.vite/manifest.json']) {
        const response = await get(path);
        expect([path, response.status === 403 || (await response.text()) === page]).toEqual([path, true]);
      }
      expect((await get('/assets/missing.js')).status).toBe(403);
    });

    test('answers a path that begins with two slashes with the page, and below /api as no route', async () => {
      const page = await (await get('/')).text();
      for (const path of ['//', '//shop.example/', '//api/accounts', '//assets/none.js']) {
        const response = await get(path);
        expect([path, response.status, (await response.text()) === page]).toEqual([path, 200, true]);
      }
      const { status } = await get('/api//accounts');
      expect(status).toBe(404);
    });

    test('serves a config.json with the addresses and ids of this machine', async () => {
      const { issuer, api } = cloud.cloud.endpoints;
      expect(config).toEqual({
        api: '/api',
        signIn: issuer,
        client: cloud.cloud.outputs.ConsoleClientId,
        terminal: {
          api,
          region: cloud.cloud.region,
          client: cloud.cloud.outputs.TerminalClientId,
          callbacks: expect.arrayContaining([expect.stringMatching(/^http:\/\/localhost:\d+\/signed-in$/)]),
        },
      });
    });

    test('answers the API below /api as the API does', async () => {
      expect((await get('/api/me')).status).toBe(401);
      const unknown = await get('/api/nowhere');
      expect([unknown.status, await unknown.json()]).toEqual([404, { message: 'Not Found' }]);
      const { body } = await signIn('brigitte-keller');
      const missing = await get('/api/accounts/NONE', { authorization: `Bearer ${body.access_token}` });
      expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    });
  });

  describe('a sign-in', () => {
    test.each([
      ['brigitte-keller', 'administrator'],
      ['samuel-okoro', 'supervisor'],
      ['alma-lind', 'agent'],
    ])('of %s gives the rights of the role %s', async (user, role) => {
      const { body } = await signIn(user);
      const response = await get('/api/me', { authorization: `Bearer ${body.access_token}` });
      const me = expect.objectContaining({ userId: user, roles: [expect.objectContaining({ role })] });
      expect([response.status, await response.json()]).toEqual([200, me]);
    });

    test('with a wrong verifier gives no token', async () => {
      const wrong = await signIn('alma-lind', randomBytes(32).toString('base64url'));
      expect(wrong).toEqual({ status: 400, body: expect.objectContaining({ error: 'invalid_grant' }) });
    });

    test('is renewed by tokens that rotate, and ends when it is revoked', async () => {
      const first = (await signIn('alma-lind')).body.refresh_token;
      const renewed = await token({ grant_type: 'refresh_token', refresh_token: first });
      expect(renewed.status).toBe(200);
      expect(renewed.body.refresh_token).not.toBe(first);
      const form = new URLSearchParams({ client_id: config.client, token: renewed.body.refresh_token });
      expect((await fetch(`${config.signIn}/oauth2/revoke`, { method: 'POST', body: form })).status).toBe(200);
      const late = await token({ grant_type: 'refresh_token', refresh_token: renewed.body.refresh_token });
      expect(late).toEqual({ status: 400, body: expect.objectContaining({ error: 'invalid_grant' }) });
      const query = new URLSearchParams({ client_id: config.client, logout_uri: `${consoleUrl}/signed-out` });
      const out = await fetch(`${config.signIn}/logout?${query}`, { redirect: 'manual' });
      expect([out.status, out.headers.get('location')]).toEqual([302, `${consoleUrl}/signed-out`]);
    });
  });

  describe('a presigned transfer', () => {
    test('is allowed to the page, whose script may read what it needs', async () => {
      await cloud.publish('PAGE');
      const created = await cloud.call('POST', '/imports', { prefix: 'PAGE', fileName: 'a.csv', bytes: 3 });
      expect(created).toMatchObject({ status: 201, body: { upload: { kind: 'single' } } });
      const { upload } = created.body;
      const preflight = await fetch(upload.url, {
        method: 'OPTIONS',
        headers: {
          origin: consoleUrl,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'content-type',
        },
      });
      expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([200, consoleUrl]);
      const put = await fetch(upload.url, {
        method: 'PUT',
        headers: { origin: consoleUrl, ...upload.headers },
        body: 'a,b',
      });
      expect([put.status, put.headers.get('access-control-expose-headers')]).toEqual([
        200,
        'ETag, Content-Range, Content-Length',
      ]);
      const other = await fetch(upload.url, {
        method: 'PUT',
        headers: { origin: 'https://shop.example' },
        body: 'a,b',
      });
      expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    });
  });

  test('npm start names who can sign in from the same list', () => {
    expect(cloud.cloud.people.map(({ userId }) => userId)).toEqual(['brigitte-keller', 'samuel-okoro', 'alma-lind']);
    const written = JSON.parse(readFileSync(join(cloud.dataDir, 'endpoints.json'), 'utf8'));
    expect(written.console).toBe(consoleUrl);
  });
});
