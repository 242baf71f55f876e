import * as z from 'zod';
import type { PoolUser } from '../../cognito/pool-user.ts';
import type { UserDirectory } from '../../cognito/user-directory.ts';
import type { UserPoolClient } from '../../template/resources/user-pools.ts';
import type { LocalIssuer } from '../local-issuer.ts';
import type { Grants, Session } from './grants.ts';
import { OAuthError } from './oauth-error.ts';

const CodeRequestSchema = z.object({ code: z.string(), redirect_uri: z.string(), code_verifier: z.string() });
const RefreshRequestSchema = z.object({ refresh_token: z.string() });
const RevocationSchema = z.object({ token: z.string() });

export interface TokenResponse {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token?: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** Cognito's token and revocation endpoints. */
export class TokenEndpoint {
  readonly #issuer: LocalIssuer;
  readonly #clients: readonly UserPoolClient[];
  readonly #users: UserDirectory;
  readonly #grants: Grants;

  constructor(
    issuer: LocalIssuer,
    { clients, users, grants }: { clients: readonly UserPoolClient[]; users: UserDirectory; grants: Grants },
  ) {
    this.#issuer = issuer;
    this.#clients = clients;
    this.#users = users;
    this.#grants = grants;
  }

  /** @throws OAuthError */
  async token(form: URLSearchParams): Promise<TokenResponse> {
    const client = this.#clientOf(form);
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return this.#redeem(client, fields(CodeRequestSchema, form));
      case 'refresh_token':
        return this.#refresh(client, fields(RefreshRequestSchema, form).refresh_token);
      case null:
        throw new OAuthError('invalid_request', 'The grant_type is missing.');
      default:
        throw new OAuthError('unsupported_grant_type', 'The grant_type has to be authorization_code or refresh_token.');
    }
  }

  /** @returns the empty answer of Cognito @throws OAuthError */
  revoke(form: URLSearchParams): Record<string, never> {
    this.#grants.revoke(fields(RevocationSchema, form).token, this.#clientOf(form).id);
    return {};
  }

  #clientOf(form: URLSearchParams): UserPoolClient {
    const client = this.#clients.find(({ id }) => id === form.get('client_id'));
    if (client === undefined) throw new OAuthError('invalid_client', 'The client_id is not one of the user pool.');
    if (!client.grantsCode) throw new OAuthError('unauthorized_client', 'The client does not have the code grant.');
    return client;
  }

  async #redeem(client: UserPoolClient, request: z.infer<typeof CodeRequestSchema>): Promise<TokenResponse> {
    const { session, nonce } = this.#grants.redeemCode(request.code, {
      clientId: client.id,
      redirectUri: request.redirect_uri,
      verifier: request.code_verifier,
    });
    return {
      ...(await this.#tokens(client, session, nonce)),
      refresh_token: this.#grants.createRefreshToken(session, client),
    };
  }

  async #refresh(client: UserPoolClient, token: string): Promise<TokenResponse> {
    const { session, next } = this.#grants.refresh(token, client);
    return { ...(await this.#tokens(client, session)), ...(next !== undefined && { refresh_token: next }) };
  }

  /** @throws OAuthError invalid_grant for a user who is gone or disabled, and for a session that was ended */
  #userOf({ userId, signedInAt }: Session): PoolUser {
    const user = this.#users.find(userId);
    if (user?.isEnabled && signedInAt >= (user.signedOutAt ?? 0)) return user;
    throw new OAuthError('invalid_grant', 'The user is disabled or gone, or the session was ended.');
  }

  async #tokens(client: UserPoolClient, session: Session, nonce?: string): Promise<TokenResponse> {
    const { scope, signedInAt, id } = session;
    const user = this.#userOf(session);
    const userId = user.username;
    const common = { auth_time: Math.floor(signedInAt / 1000), origin_jti: id };
    const access = { ...common, token_use: 'access', client_id: client.id, username: userId, scope };
    const identity = {
      ...common,
      token_use: 'id',
      aud: client.id,
      'cognito:username': userId,
      ...claimsOf(user, client),
      ...(nonce !== undefined && { nonce }),
    };
    return {
      access_token: await this.#issuer.sign(userId, access, client.accessSeconds),
      id_token: await this.#issuer.sign(userId, identity, client.idSeconds),
      token_type: 'Bearer',
      expires_in: client.accessSeconds,
    };
  }
}

/** The attributes of a user that the client may read, as Cognito puts them into an id token. */
function claimsOf({ attributes }: PoolUser, { readable }: UserPoolClient): Record<string, string | boolean> {
  const claims = Object.entries(attributes).filter(([name]) => readable.includes(name));
  return Object.fromEntries(
    claims.map(([name, value]) => [name, name === 'email_verified' ? value === 'true' : value]),
  );
}

function fields<Schema extends z.ZodType>(schema: Schema, form: URLSearchParams): z.infer<Schema> {
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (parsed.success) return parsed.data;
  throw new OAuthError('invalid_request', z.prettifyError(parsed.error));
}
