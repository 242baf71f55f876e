import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { type SigningKey, TOKEN_ALGORITHM } from './signing-key.ts';

/** What Cognito would know of a user. */
export interface TokenRequest {
  readonly user: string;
  /** Groups of the user pool, e.g. `administrator`. */
  readonly groups: readonly string[];
  readonly scope?: string;
  readonly lifetimeSeconds?: number;
}

const DEFAULT_LIFETIME_SECONDS = 12 * 3600;

/** Stands in for a Cognito user pool: makes access tokens of the same shape. */
export class LocalIssuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly #key: SigningKey;

  /** @param pool the address that tokens name, the pool's as the template resolves it, and the client that they are made for */
  constructor(key: SigningKey, { issuer, clientId }: { readonly issuer: string; readonly clientId: string }) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.#key = key;
  }

  get publicKeys(): { keys: SigningKey['publicJwk'][] } {
    return { keys: [this.#key.publicJwk] };
  }

  async mint({ user, groups, scope, lifetimeSeconds = DEFAULT_LIFETIME_SECONDS }: TokenRequest): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      token_use: 'access',
      client_id: this.clientId,
      username: user,
      'cognito:groups': [...groups],
      scope: scope ?? 'aws.cognito.signin.user.admin',
      auth_time: now,
    })
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: this.#key.id })
      .setIssuer(this.issuer)
      .setSubject(user)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(this.#key.privateKey);
  }
}
