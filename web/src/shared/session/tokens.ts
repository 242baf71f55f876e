import type { ConsoleConfig } from '../config.ts';

export interface Tokens {
  readonly access: string;
  readonly refresh: string;
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly userId: string;
}

/** A grant type and its parameters (RFC 6749). */
type Grant =
  | {
      readonly grant_type: 'authorization_code';
      readonly code: string;
      readonly redirect_uri: string;
      readonly code_verifier: string;
    }
  | { readonly grant_type: 'refresh_token'; readonly refresh_token: string };

/** The sign-in service rejects the code or the refresh token: the user has to sign in again. */
export class SignInRejected extends Error {}

/**
 * Asks the token endpoint (RFC 6749, section 3.2).
 * @throws SignInRejected if the grant is not or no longer valid; Error if the endpoint fails
 */
export async function requestTokens(config: ConsoleConfig, grant: Grant): Promise<Tokens> {
  const response = await fetch(`${config.signIn}/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: config.client, ...grant }),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.status === 400) throw new SignInRejected(text(answer, 'error') ?? 'invalid_grant');
  const access = text(answer, 'access_token');
  const refresh =
    text(answer, 'refresh_token') ?? (grant.grant_type === 'refresh_token' ? grant.refresh_token : undefined);
  if (!response.ok || access === undefined || refresh === undefined) {
    throw new Error(`The sign-in service answered with status ${response.status}.`);
  }
  const { sub, exp } = claimsOf(access);
  return { access, refresh, expiresAt: exp * 1000, userId: sub };
}

/** Reads a token without verifying it: the API verifies it. */
function claimsOf(token: string): { readonly sub: string; readonly exp: number } {
  const payload = token.split('.')[1] ?? '';
  const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  const sub = text(claims, 'sub');
  const exp: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'exp') : undefined;
  if (sub === undefined || typeof exp !== 'number') throw new Error('The access token lacks "sub" or "exp".');
  return { sub, exp };
}

function text(value: unknown, name: string): string | undefined {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === 'string' ? member : undefined;
}
