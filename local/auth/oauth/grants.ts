import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../../../functions/shared/domain/clock.ts';
import type { UserPoolClient } from '../../template/resources/user-pools.ts';
import { OAuthError } from './oauth-error.ts';

/** As long as Cognito keeps a code. */
const CODE_LIFETIME_MS = 5 * 60_000;

/** A sign-in that the client has yet to fetch its tokens for. */
export interface CodeGrant {
  readonly userId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly scope: string;
  readonly nonce: string | undefined;
}

/** A sign-in whose tokens were fetched. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly clientId: string;
  readonly scope: string;
  /** Unix time in milliseconds. */
  readonly signedInAt: number;
}

interface RefreshToken {
  readonly session: Session;
  readonly endsAt: number;
  firstUsedAt?: number;
}

/** Codes and refresh tokens, in memory: who was signed in when the cloud stopped signs in again. */
export class Grants {
  readonly #clock: Clock;
  readonly #codes = new Map<string, CodeGrant & { readonly endsAt: number; readonly signedInAt: number }>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  readonly #revokedSessions = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  createCode(grant: CodeGrant): string {
    const code = randomUUID();
    const signedInAt = this.#now();
    this.#codes.set(code, { ...grant, signedInAt, endsAt: signedInAt + CODE_LIFETIME_MS });
    return code;
  }

  /** Ends a code: it is good once. @throws OAuthError invalid_grant */
  redeemCode(
    code: string,
    { clientId, redirectUri, verifier }: { clientId: string; redirectUri: string; verifier: string },
  ): { readonly session: Session; readonly nonce: string | undefined } {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (grant === undefined || grant.endsAt < this.#now()) {
      throw new OAuthError('invalid_grant', 'The code is unknown, was used, or has expired.');
    }
    if (grant.clientId !== clientId || grant.redirectUri !== redirectUri) {
      throw new OAuthError('invalid_grant', 'The code is for another client or another redirect address.');
    }
    if (grant.codeChallenge !== challenge) throw new OAuthError('invalid_grant', 'The code verifier is wrong.');
    const { userId, scope, nonce, signedInAt } = grant;
    return { session: { id: randomUUID(), userId, clientId, scope, signedInAt }, nonce };
  }

  /** The first refresh token of a session. */
  createRefreshToken(session: Session, { refreshSeconds }: UserPoolClient): string {
    return this.#keep({ session, endsAt: this.#now() + refreshSeconds * 1000 });
  }

  /**
   * The session of a refresh token. Where the client's tokens rotate, a new token takes the place of this one, and a use after
   * the grace period ends the session: the token may have been stolen.
   * @throws OAuthError invalid_grant
   */
  refresh(token: string, client: UserPoolClient): { readonly session: Session; readonly next: string | undefined } {
    const found = this.#refreshTokens.get(token);
    const now = this.#now();
    const isGood =
      found?.session.clientId === client.id && found.endsAt > now && !this.#revokedSessions.has(found.session.id);
    if (!found || !isGood)
      throw new OAuthError('invalid_grant', 'The refresh token is unknown, revoked or has expired.');
    const { rotationGraceSeconds: grace } = client;
    if (grace === undefined) return { session: found.session, next: undefined };
    found.firstUsedAt ??= now;
    if (now - found.firstUsedAt > grace * 1000) {
      this.#revokedSessions.add(found.session.id);
      throw new OAuthError('invalid_grant', 'The refresh token was replaced by a newer one.');
    }
    return { session: found.session, next: this.#keep({ session: found.session, endsAt: found.endsAt }) };
  }

  /** Ends the session of a refresh token of this client. An unknown token is no error (RFC 7009). */
  revoke(token: string, clientId: string): void {
    const session = this.#refreshTokens.get(token)?.session;
    if (session?.clientId === clientId) this.#revokedSessions.add(session.id);
  }

  #keep(token: RefreshToken): string {
    const text = randomBytes(32).toString('base64url');
    this.#refreshTokens.set(text, token);
    return text;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
