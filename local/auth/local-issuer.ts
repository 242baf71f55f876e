import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { type SigningKey, TOKEN_ALGORITHM } from './signing-key.ts';

/** The claims to put into a token. */
export interface TokenRequest {
  readonly user: string;
  readonly scope?: string;
  readonly lifetimeSeconds?: number;
}

const DEFAULT_LIFETIME_SECONDS = 12 * 3600;

/** Makes tokens of the same shape as a Cognito user pool. */
export class LocalIssuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly #key: SigningKey;

  /** @param pool the issuer address that tokens name, as the template resolves it, and the client id that `mint` uses */
  constructor(key: SigningKey, { issuer, clientId }: { readonly issuer: string; readonly clientId: string }) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.#key = key;
  }

  get publicKeys(): { keys: SigningKey['publicJwk'][] } {
    return { keys: [this.#key.publicJwk] };
  }

  /** An access token without a sign-in. */
  async mint({ user, scope, lifetimeSeconds = DEFAULT_LIFETIME_SECONDS }: TokenRequest): Promise<string> {
    const claims = {
      token_use: 'access',
      client_id: this.clientId,
      username: user,
      scope: scope ?? 'aws.cognito.signin.user.admin',
      auth_time: Math.floor(Date.now() / 1000),
    };
    return this.sign(user, claims, lifetimeSeconds);
  }

  /** A token with these claims. @param user its subject */
  sign(user: string, claims: JWTPayload, lifetimeSeconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: this.#key.id })
      .setIssuer(this.issuer)
      .setSubject(user)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(this.#key.privateKey);
  }
}
