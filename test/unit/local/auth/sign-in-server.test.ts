import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { addFirstPeople } from '../../../../local/auth/first-people.ts';
import { serveIssuer } from '../../../../local/auth/issuer-server.ts';
import { LocalIssuer } from '../../../../local/auth/local-issuer.ts';
import { SignInServer } from '../../../../local/auth/oauth/sign-in-server.ts';
import { openSigningKey } from '../../../../local/auth/signing-key.ts';
import { UserDirectory } from '../../../../local/cognito/user-directory.ts';
import type { RunningServer } from '../../../../local/http/server.ts';
import type { UserPool, UserPoolClient } from '../../../../local/template/resources/user-pools.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

const CALLBACK = 'http://127.0.0.1:7077/signed-in';
const LOGOUT = 'http://127.0.0.1:7077/signed-out';
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool';

const client: UserPoolClient = {
  id: 'console',
  grantsCode: true,
  scopes: ['openid', 'email'],
  callbacks: [CALLBACK],
  logouts: [LOGOUT],
  readable: ['email', 'email_verified', 'custom:crm_username'],
  accessSeconds: 3600,
  idSeconds: 1800,
  refreshSeconds: 86_400,
  rotationGraceSeconds: 30,
};
const terminal: UserPoolClient = {
  ...client,
  id: 'terminal',
  callbacks: ['http://localhost:49217/signed-in'],
  logouts: [],
  rotationGraceSeconds: undefined,
};
const machine: UserPoolClient = { ...client, id: 'machine', grantsCode: false };

const pool: UserPool = {
  ...{ id: 'us-east-1_pool', issuer: ISSUER, customAttributes: ['custom:crm_username'] },
  clients: [client, terminal, machine],
};
const keyPair = { accessKeyId: 'LOCAL', secretAccessKey: 'secret' };

let server: RunningServer;
let users: UserDirectory;
let now = new Date();
beforeAll(async () => {
  const folder = temporaryFolder();
  const issuer = new LocalIssuer(await openSigningKey(join(folder, 'key.json')), {
    issuer: ISSUER,
    clientId: 'console',
  });
  const clock = { now: () => now };
  users = new UserDirectory(join(folder, 'users.jsonl'), pool, clock);
  addFirstPeople(users);
  const signIn = new SignInServer(pool, issuer, users, clock);
  server = await serveIssuer(0, { issuer, signIn, users, keyPair });
});
afterAll(() => server.close());
beforeEach(() => {
  now = new Date();
});

const REQUEST = {
  response_type: 'code',
  client_id: 'console',
  redirect_uri: CALLBACK,
  scope: 'openid email',
  state: 's&1',
  nonce: 'n1',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
};

const authorizeUrl = (changes: object = {}) =>
  `${server.url}/oauth2/authorize?${new URLSearchParams({ ...REQUEST, ...changes })}`;

function choose(user: string, changes: object = {}, origin: string | undefined = server.url): Promise<Response> {
  return fetch(authorizeUrl(changes), {
    method: 'POST',
    redirect: 'manual',
    headers: { ...(origin && { origin }), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ user }),
  });
}

async function codeFor(changes: object = {}): Promise<string> {
  const response = await choose('brigitte-keller', changes);
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

async function post(path: string, form: object, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, { method: 'POST', headers, body: new URLSearchParams({ ...form }) });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, string | undefined>,
  };
}

const redeem = (code: string, changes: object = {}) =>
  post('/oauth2/token', {
    grant_type: 'authorization_code',
    client_id: 'console',
    code,
    redirect_uri: CALLBACK,
    code_verifier: VERIFIER,
    ...changes,
  });

const refresh = (token: string, clientId = 'console') =>
  post('/oauth2/token', { grant_type: 'refresh_token', client_id: clientId, refresh_token: token });

const error = (code: string) => ({ status: 400, body: expect.objectContaining({ error: code }) });

describe('the sign-in page', () => {
  test('has one button for each person, under a strict policy', async () => {
    const response = await fetch(authorizeUrl());
    const html = await response.text();
    expect([...html.matchAll(/<button name="user" value="([^"]+)"/g)].map(([, user]) => user)).toEqual([
      'brigitte-keller',
      'samuel-okoro',
      'alma-lind',
    ]);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:7077;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  test.each([
    ['another client', { client_id: 'other' }],
    ['a client without the code grant', { client_id: 'machine' }],
    ['another address', { redirect_uri: 'http://127.0.0.1:7077/elsewhere' }],
    ['an address that only begins alike', { redirect_uri: `${CALLBACK}/x` }],
    ['an address of another client', { redirect_uri: 'http://localhost:49217/signed-in' }],
  ])('shows an error for %s, and leads nowhere', async (_, changes) => {
    for (const response of [await fetch(authorizeUrl(changes)), await choose('brigitte-keller', changes)]) {
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    }
  });

  test.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { code_challenge: '' }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_scope', { scope: 'openid aws.cognito.signin.user.admin' }],
  ])('sends %s back to the client for %j', async (code, changes) => {
    const response = await fetch(authorizeUrl(changes), { redirect: 'manual' });
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(CALLBACK);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({ error: code, state: 's&1' });
  });

  test('leads back with a code and the state', async () => {
    const response = await choose('brigitte-keller');
    expect(response.status).toBe(303);
    const location = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(location.searchParams)).toEqual({ code: expect.any(String), state: 's&1' });
  });

  test('accepts its own form alone', async () => {
    for (const origin of ['http://127.0.0.1:7077', 'null', undefined]) {
      const response = await choose('brigitte-keller', {}, origin ?? '');
      expect([origin, response.status]).toEqual([origin, 403]);
    }
    const unknown = await choose('nobody');
    expect(new URL(unknown.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
  });
});

describe('the token endpoint', () => {
  test('gives tokens like those of Cognito, with the lifetimes of the client', async () => {
    const { status, headers, body } = await redeem(await codeFor());
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, refresh_token: expect.any(String) });
    const keys = createRemoteJWKSet(new URL(`${server.url}/.well-known/jwks.json`));
    const access = (await jwtVerify(body.access_token ?? '', keys, { issuer: ISSUER })).payload;
    expect(access).toMatchObject({
      sub: 'brigitte-keller',
      username: 'brigitte-keller',
      token_use: 'access',
      client_id: 'console',
      scope: 'openid email',
    });
    const id = (await jwtVerify(body.id_token ?? '', keys, { issuer: ISSUER, audience: 'console' })).payload;
    expect(id).toMatchObject({
      token_use: 'id',
      nonce: 'n1',
      email: 'brigitte.keller@example.com',
      email_verified: true,
      'cognito:username': 'brigitte-keller',
      'custom:crm_username': 'brigitte-keller',
    });
    expect([(access.exp ?? 0) - (access.iat ?? 0), (id.exp ?? 0) - (id.iat ?? 0)]).toEqual([3600, 1800]);
  });

  test('lets scripts of the client’s pages read it, and no others', async () => {
    const allowed = async (origin: string) =>
      (await post('/oauth2/token', {}, { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('http://127.0.0.1:7077')).toBe('http://127.0.0.1:7077');
    expect(await allowed('http://127.0.0.1:3000')).toBeNull();
  });

  test.each([
    ['a wrong verifier', 'invalid_grant', { code_verifier: 'another-verifier-of-forty-three-characters-' }],
    ['another redirect address', 'invalid_grant', { redirect_uri: LOGOUT }],
    ['the code of another client', 'invalid_grant', { client_id: 'terminal' }],
    ['another client', 'invalid_client', { client_id: 'other' }],
    ['a client without the code grant', 'unauthorized_client', { client_id: 'machine' }],
    ['another grant', 'unsupported_grant_type', { grant_type: 'password' }],
    ['an unknown code', 'invalid_grant', { code: 'x' }],
  ])('rejects %s with %s', async (_, code, changes) => {
    expect(await redeem(await codeFor(), changes)).toMatchObject(error(code));
  });

  test('rejects a request without a field, or in another form', async () => {
    expect(await post('/oauth2/token', { client_id: 'console' })).toMatchObject(error('invalid_request'));
    expect(await post('/oauth2/token', { client_id: 'console', grant_type: 'refresh_token' })).toMatchObject(
      error('invalid_request'),
    );
    const json = { 'content-type': 'application/json' };
    expect(await post('/oauth2/token', {}, json)).toMatchObject(error('invalid_request'));
  });

  test('accepts a code once, and for five minutes', async () => {
    const code = await codeFor();
    expect((await redeem(code)).status).toBe(200);
    expect(await redeem(code)).toMatchObject(error('invalid_grant'));
    const late = await codeFor();
    now = new Date(now.getTime() + 5 * 60_000 + 1);
    expect(await redeem(late)).toMatchObject(error('invalid_grant'));
  });

  test('ends a code whose verifier was wrong', async () => {
    const code = await codeFor();
    await redeem(code, { code_verifier: 'wrong' });
    expect(await redeem(code)).toMatchObject(error('invalid_grant'));
  });
});

describe('a refresh token', () => {
  async function firstToken(): Promise<string> {
    return (await redeem(await codeFor())).body.refresh_token ?? '';
  }
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };

  test('rotates: the one before is good for the grace period, and its later use ends the session', async () => {
    const token = await firstToken();
    const renewed = await refresh(token);
    expect(renewed).toMatchObject({ status: 200, body: { refresh_token: expect.not.stringMatching(token) } });
    later(29);
    expect((await refresh(token)).status).toBe(200);
    later(2);
    expect(await refresh(token)).toMatchObject(error('invalid_grant'));
    expect(await refresh(renewed.body.refresh_token ?? '')).toMatchObject(error('invalid_grant'));
  });

  test('keeps the end that the first one had', async () => {
    let token = await firstToken();
    for (let hour = 0; hour < 23; hour += 1) {
      later(3600);
      token = (await refresh(token)).body.refresh_token ?? '';
    }
    later(3601);
    expect(await refresh(token)).toMatchObject(error('invalid_grant'));
  });

  test('does not rotate for a client without rotation', async () => {
    const [redirect_uri] = terminal.callbacks;
    const code = await codeFor({ client_id: 'terminal', redirect_uri });
    const { body } = await redeem(code, { client_id: 'terminal', redirect_uri });
    later(3600);
    const renewed = await refresh(body.refresh_token ?? '', 'terminal');
    expect(renewed.status).toBe(200);
    expect(renewed.body).not.toHaveProperty('refresh_token');
    expect((await refresh(body.refresh_token ?? '', 'terminal')).status).toBe(200);
  });

  test('is for its client alone, and can be revoked', async () => {
    const token = await firstToken();
    expect(await refresh(token, 'terminal')).toMatchObject(error('invalid_grant'));
    await post('/oauth2/revoke', { client_id: 'terminal', token });
    expect((await refresh(token)).status).toBe(200);
    expect(await post('/oauth2/revoke', { client_id: 'console', token })).toMatchObject({ status: 200 });
    expect(await refresh(token)).toMatchObject(error('invalid_grant'));
    expect(await post('/oauth2/revoke', { client_id: 'console', token: 'unknown' })).toMatchObject({ status: 200 });
  });
});

describe('a user of the pool', () => {
  const profile = { name: 'Ann <Example>', email: 'Ann@example.com', email_verified: 'true' };
  const buttons = async () => [...(await (await fetch(authorizeUrl())).text()).matchAll(/value="([^"]+)">([^<]+)/g)];

  test('signs in once invited, until they are disabled, and again when they are enabled', async () => {
    users.create('ann', profile);
    expect((await buttons()).map(([, id, name]) => [id, name])).toContainEqual(['ann', 'Ann &#60;Example&#62;']);
    const signIn = async () => new URL((await choose('ann')).headers.get('location') ?? '').searchParams;
    const code = (await signIn()).get('code') ?? '';
    const { body } = await redeem(code);
    expect(users.get('ann').status).toBe('CONFIRMED');
    const open = (await signIn()).get('code') ?? '';
    users.change('ann', { isEnabled: false });
    expect(await refresh(body.refresh_token ?? '')).toMatchObject(error('invalid_grant'));
    expect(await redeem(open)).toMatchObject(error('invalid_grant'));
    expect((await signIn()).get('error')).toBe('invalid_request');
    expect((await buttons()).map(([, id]) => id)).not.toContain('ann');
    users.change('ann', { isEnabled: true });
    expect((await signIn()).get('code')).toEqual(expect.any(String));
    users.remove('ann');
    expect((await signIn()).get('error')).toBe('invalid_request');
  });

  test('has no session of before a sign-out', async () => {
    const { body } = await redeem(await codeFor());
    expect((await refresh(body.refresh_token ?? '')).status).toBe(200);
    now = new Date(now.getTime() + 1);
    users.signOut('brigitte-keller');
    expect(await refresh(body.refresh_token ?? '')).toMatchObject(error('invalid_grant'));
    expect((await redeem(await codeFor())).status).toBe(200);
  });

  test('gets a token as a program of this machine; an unknown and a disabled one get none', async () => {
    const token = (body: object) =>
      fetch(`${server.url}/token`, { method: 'POST', body: JSON.stringify(body) }).then(({ status }) => status);
    expect(await token({})).toBe(200);
    expect(await token({ user: 'samuel-okoro' })).toBe(200);
    expect(await token({ user: 'nobody' })).toBe(400);
    users.change('samuel-okoro', { isEnabled: false });
    expect(await token({ user: 'samuel-okoro' })).toBe(400);
  });
});

describe('the other addresses', () => {
  test('redirect a sign-out to an address of the client, and to no other', async () => {
    const signOut = (logout_uri: string, client_id = 'console') =>
      fetch(`${server.url}/logout?${new URLSearchParams({ client_id, logout_uri })}`, { redirect: 'manual' });
    const response = await signOut(LOGOUT);
    expect([response.status, response.headers.get('location')]).toEqual([302, LOGOUT]);
    for (const wrong of [await signOut(CALLBACK), await signOut(LOGOUT, 'terminal')]) {
      expect([wrong.status, wrong.headers.get('location')]).toEqual([400, null]);
    }
  });

  test('describe themselves', async () => {
    const response = await fetch(`${server.url}/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({
      issuer: ISSUER,
      authorization_endpoint: `${server.url}/oauth2/authorize`,
      token_endpoint: `${server.url}/oauth2/token`,
      code_challenge_methods_supported: ['S256'],
    });
  });
});
