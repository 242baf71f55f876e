import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { LocalIssuer } from '../../../../local/auth/local-issuer.ts';
import { openSigningKey, type SigningKey } from '../../../../local/auth/signing-key.ts';
import { type Decision, JwtAuthorizer } from '../../../../local/http-api/authorizer.ts';
import type { RouteConfig } from '../../../../local/template/resources/http-apis.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

const ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_users';
const route: RouteConfig = {
  key: 'GET /',
  functionArn: '',
  timeoutMs: 1,
  authorizer: { issuer: ISSUER, audience: ['console'] },
  scopes: [],
};

let key: SigningKey;
let otherKey: SigningKey;
let issuer: LocalIssuer;
let authorizer: JwtAuthorizer;

beforeAll(async () => {
  key = await openSigningKey(join(temporaryFolder(), 'key.json'));
  otherKey = await openSigningKey(join(temporaryFolder(), 'key.json'));
  issuer = new LocalIssuer(key, { issuer: ISSUER, clientId: 'console' });
  authorizer = new JwtAuthorizer([issuer]);
});

/** A token like the issuer's, with the given differences. */
function token(claims: Record<string, unknown>, signer = key, header: { kid?: string } = { kid: signer.id }) {
  const now = Math.floor(Date.now() / 1000);
  const all = { iss: ISSUER, client_id: 'console', iat: now, exp: now + 60, ...claims };
  return new SignJWT(all).setProtectedHeader({ alg: 'RS256', ...header }).sign(signer.privateKey);
}

function statusOf(decision: Decision): number {
  return 'rejection' in decision ? decision.rejection.status : 200;
}

describe('the JWT authorizer', () => {
  test('hands every claim on as text', async () => {
    const header = await issuer.mint({ user: 'ada', scope: 'a b' });
    const decision = await authorizer.decide(route, `Bearer ${header}`);
    expect(decision).toMatchObject({
      jwt: {
        claims: { sub: 'ada', username: 'ada', client_id: 'console' },
        scopes: ['a', 'b'],
      },
    });
    expect(decision).toHaveProperty('jwt.claims.exp', expect.stringMatching(/^\d+$/));
  });

  test('takes an id token by its audience, and a token without "Bearer"', async () => {
    expect(statusOf(await authorizer.decide(route, await token({ client_id: undefined, aud: 'console' })))).toBe(200);
    expect(statusOf(await authorizer.decide(route, await token({ aud: 'other' })))).toBe(401);
  });

  test.each<[string, Record<string, unknown>]>([
    ['another issuer', { iss: 'https://example.com' }],
    ['another client', { client_id: 'other' }],
    ['no client and no audience', { client_id: undefined }],
    ['an end in the past', { exp: 1 }],
    ['no end', { exp: undefined }],
    ['a beginning in the future', { nbf: 4_000_000_000 }],
    ['an issue in the future', { iat: 4_000_000_000 }],
  ])('rejects %s with 401', async (_, claims) => {
    expect(statusOf(await authorizer.decide(route, await token(claims)))).toBe(401);
  });

  test('rejects a signature of another key, a missing signature, and invalid tokens', async () => {
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ iss: ISSUER, client_id: 'console' }))}.`;
    for (const header of [await token({}, otherKey), unsigned, 'Bearer x', '']) {
      expect(statusOf(await authorizer.decide(route, header))).toBe(401);
    }
    expect(await authorizer.decide(route, undefined)).toEqual({ rejection: { status: 401, challenge: 'Bearer' } });
  });

  test('rejects a token that does not name its key', async () => {
    for (const header of [{}, { kid: 'other' }]) {
      expect(statusOf(await authorizer.decide(route, await token({}, key, header)))).toBe(401);
    }
    expect(statusOf(await authorizer.decide(route, await token({}, key, { kid: key.id })))).toBe(200);
  });

  test('requires one of the scopes of a route', async () => {
    const scoped = { ...route, scopes: ['imports:read', 'imports:write'] };
    expect(statusOf(await authorizer.decide(scoped, await token({ scope: 'imports:write openid' })))).toBe(200);
    expect(statusOf(await authorizer.decide(scoped, await token({ scp: ['imports:read'] })))).toBe(200);
    expect(statusOf(await authorizer.decide(scoped, await token({ scope: 'openid' })))).toBe(403);
  });

  test('accepts every caller on a route without an authorizer', async () => {
    expect(await authorizer.decide({ ...route, authorizer: undefined }, undefined)).toEqual({ jwt: undefined });
  });
});
