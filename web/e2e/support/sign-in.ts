import { createHash, randomBytes } from 'node:crypto';
import { environment, type Person } from './environment.ts';

const redirectUri = `${environment.console}/signed-in`;

/**
 * Signs a person in as the console does, without a browser: the authorization request, the choice on the sign-in page, the
 * exchange of the code.
 * @returns a refresh token, of which the console makes a session
 */
export async function refreshTokenOf({ userId }: Person): Promise<string> {
  const { client } = await (await fetch(`${environment.console}/config.json`)).json();
  const verifier = randomBytes(32).toString('base64url');
  const request = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const chosen = await fetch(`${environment.issuer}/oauth2/authorize?${request}`, {
    method: 'POST',
    headers: { origin: environment.issuer },
    body: new URLSearchParams({ user: userId }),
    redirect: 'manual',
  });
  const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const exchange = { grant_type: 'authorization_code', client_id: client, code, redirect_uri: redirectUri };
  const answered = await fetch(`${environment.issuer}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...exchange, code_verifier: verifier }),
  });
  if (!answered.ok) throw new Error(`The sign-in service answered ${answered.status}: ${await answered.text()}`);
  return (await answered.json()).refresh_token;
}
