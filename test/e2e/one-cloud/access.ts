import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, exportSPKI, importJWK, type JWTHeaderParameters, SignJWT } from 'jose';
import { type Access, PUBLIC } from '../../../functions/shared/http/access.ts';
import { openSigningKey, type SigningKey } from '../../../local/auth/signing-key.ts';
import { readRoutes } from '../../../tools/openapi/read-routes.ts';
import { cloud } from './cloud.ts';

interface KnownRoute {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

const HOUR = 3_600;
const now = Math.floor(Date.now() / 1000);

let routes: readonly KnownRoute[];
let key: SigningKey;
let strangerKey: SigningKey;
let claims: Record<string, unknown>;
let valid: string;

async function readRoutesAndKeys(): Promise<void> {
  routes = await readRoutes();
  key = await openSigningKey(join(cloud.dataDir, 'issuer-key.json'));
  strangerKey = await openSigningKey(join(cloud.dataDir, 'stranger-key.json'));
  valid = await cloud.token('administrator');
  claims = { ...decodeJwt(valid) };
}

interface Signing {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly signer?: SigningKey;
}

/** A valid token with the given differences. */
function token(changes: Record<string, unknown>, { header, signer = key }: Signing = {}): Promise<string> {
  const protectedHeader = { alg: 'RS256', kid: key.id, ...header };
  return new SignJWT({ ...claims, ...changes }).setProtectedHeader(protectedHeader).sign(signer.privateKey);
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs with the public key as a symmetric secret: accepted by a verifier that lets the token choose the algorithm. */
async function signedByPublicKey(): Promise<string> {
  const publicKey = await importJWK(key.publicJwk, 'RS256', { extractable: true });
  if (publicKey instanceof Uint8Array) throw new Error('not an RSA key');
  const secret = Buffer.from(await exportSPKI(publicKey));
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: key.id }).sign(secret);
}

function withPayload(changes: Record<string, unknown>): string {
  const [header, , signature] = valid.split('.');
  return [header, encoded({ ...claims, ...changes }), signature].join('.');
}

/** Authorization headers that must open no route, with the status that they get. */
const BAD: ReadonlyArray<readonly [name: string, status: number, header: () => Promise<string> | string]> = [
  ['signed by another key', 401, async () => `Bearer ${await token({}, { signer: strangerKey })}`],
  ['of another issuer', 401, async () => `Bearer ${await token({ iss: 'https://issuer.example' })}`],
  ['for another client', 401, async () => `Bearer ${await token({ client_id: 'other' })}`],
  ['for another audience', 401, async () => `Bearer ${await token({ aud: 'other' })}`],
  ['for no client', 401, async () => `Bearer ${await token({ client_id: undefined })}`],
  ['that has expired', 401, async () => `Bearer ${await token({ exp: now - 1 })}`],
  ['that never expires', 401, async () => `Bearer ${await token({ exp: undefined })}`],
  ['that is not valid yet', 401, async () => `Bearer ${await token({ nbf: now + HOUR })}`],
  ['that is issued in the future', 401, async () => `Bearer ${await token({ iat: now + HOUR })}`],
  ['without a signature', 401, () => `Bearer ${encoded({ alg: 'none', kid: key.id })}.${encoded(claims)}.`],
  ['signed with the public key as a secret', 401, async () => `Bearer ${await signedByPublicKey()}`],
  ['whose payload was changed', 401, () => `Bearer ${withPayload({ sub: 'another' })}`],
  ['that names no key', 401, async () => `Bearer ${await token({}, { header: { kid: undefined } })}`],
  ['that names an unknown key', 401, async () => `Bearer ${await token({}, { header: { kid: 'unknown' } })}`],
  ['that is neither an access nor an id token', 401, async () => `Bearer ${await token({ token_use: 'refresh' })}`],
  ['without a user', 401, async () => `Bearer ${await token({ sub: undefined })}`],
  ['that is empty', 401, () => 'Bearer '],
  ['that is none', 401, () => 'Bearer not.a.token'],
  ['that is cut off', 401, () => `Bearer ${valid.slice(0, -20)}`],
  ['beside a second token', 401, () => `Bearer ${valid}, Bearer ${valid}`],
  ['of another scheme', 401, () => `Basic ${Buffer.from('tester:secret').toString('base64')}`],
  ['larger than a request may be', 431, async () => `Bearer ${await token({ padding: 'x'.repeat(20_000) })}`],
  [
    'of a user without a role, with the group of a role',
    403,
    async () => `Bearer ${await token({ username: 'stranger', 'cognito:groups': ['administrator'] })}`,
  ],
];

async function send({ method, path }: Pick<KnownRoute, 'method' | 'path'>, authorization: string | undefined) {
  const address = cloud.cloud.endpoints.api + path.replaceAll(/\{\w+\}/g, 'X');
  const headers = { ...(authorization !== undefined && { authorization }), 'content-type': 'application/json' };
  const response = await fetch(address, { method, headers, ...(method !== 'GET' && { body: '{}' }) });
  return { status: response.status, body: await response.text() };
}

/** The routes that are not public, each with the status that a header gets there. */
async function statuses(authorization: string | undefined): Promise<Record<string, number>> {
  const closed = routes.filter(({ access }) => access !== PUBLIC);
  const answers = closed.map(async (route) => [
    `${route.method} ${route.path}`,
    (await send(route, authorization)).status,
  ]);
  return Object.fromEntries(await Promise.all(answers));
}

function everyRoute(status: number): Record<string, number> {
  const closed = routes.filter(({ access }) => access !== PUBLIC);
  // Every user with a valid token may call GET /me.
  const statusOf = (access: Access) => (status === 403 && access === 'signed-in' ? 200 : status);
  return Object.fromEntries(closed.map(({ method, path, access }) => [`${method} ${path}`, statusOf(access)]));
}

describe('every route that is not public', () => {
  beforeAll(readRoutesAndKeys);

  test('rejects a request without a token', async () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(await statuses(undefined)).toEqual(everyRoute(401));
  });

  test.each(BAD)('rejects a token %s with %i', async (_, status, header) => {
    expect(await statuses(await header())).toEqual(everyRoute(status));
  });
});

describe('a good token', () => {
  beforeAll(readRoutesAndKeys);

  const me = { method: 'GET', path: '/me' };

  test.each<[string, () => Promise<string> | string]>([
    ['after "Bearer"', () => `Bearer ${valid}`],
    ['after "bearer"', () => `bearer ${valid}`],
    ['alone', () => valid],
    [
      'that is an id token',
      async () => `Bearer ${await token({ token_use: 'id', aud: claims.client_id, client_id: undefined })}`,
    ],
  ])('is accepted %s', async (_, header) => {
    const { status, body } = await send(me, await header());
    expect({ status, roles: JSON.parse(body).roles }).toMatchObject({
      status: 200,
      roles: [{ role: 'administrator' }],
    });
  });

  test('gives the user and the permissions', async () => {
    const { body } = await cloud.call('GET', '/me', undefined, {}, 'agent');
    expect(body).toMatchObject({ userId: 'alma-lind', username: 'alma-lind', accounts: { all: true } });
    expect(body.permissions).toContain('customers.search');
    expect(body.permissions).not.toContain('customers.import');
  });
});
