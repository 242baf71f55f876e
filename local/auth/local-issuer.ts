import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { type SigningKey, TOKEN_ALGORITHM } from './signing-key.ts';

/** The claims to put into a token. */
export interface TokenRequest {
  readonly user: string;
  /** Groups of the user pool, e.g. `administrator`. */
  readonly groups: readonly string[];
  readonly scope?: string;
  readonly lifetimeSeconds?: number;
}

const DEFAULT_LIFETIME_SECONDS = 12 * 3600;

/** Makes access tokens of the same shape as a Cognito user pool. */
export class LocalIssuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly #key: SigningKey;

  /** @param pool the issuer address and the client id that tokens name, as the template resolves them for its user pool */
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
