import { createLocalJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { LocalIssuer } from '../auth/local-issuer.ts';
import { TOKEN_ALGORITHM } from '../auth/signing-key.ts';
import type { RouteConfig } from '../template/resources/http-apis.ts';

/** The caller's claims as a function receives them: every claim as text, as API Gateway passes them on. */
export interface JwtContext {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

/** 401 if the caller is unknown, 403 if the token lacks every scope of the route. */
export interface Rejection {
  readonly status: 401 | 403;
  /** The www-authenticate header. */
  readonly challenge: string;
}

export type Decision = { readonly jwt: JwtContext | undefined } | { readonly rejection: Rejection };

/** API Gateway's JWT authorizer. It passes on groups as a claim; the function decides what they permit. */
export class JwtAuthorizer {
  readonly #issuers: ReadonlyMap<string, LocalIssuer>;

  constructor(issuers: readonly LocalIssuer[]) {
    this.#issuers = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
  }

  /** @param header the Authorization header */
  async decide(route: RouteConfig, header: string | undefined): Promise<Decision> {
    const { authorizer, scopes } = route;
    if (authorizer === undefined) return { jwt: undefined };
    if (header === undefined || header === '') return { rejection: { status: 401, challenge: 'Bearer' } };
    try {
      const claims = await this.#verify(header.replace(/^Bearer /i, ''), authorizer.issuer);
      if (!isMeantFor(claims, authorizer.audience)) return invalid('invalid audience');
      const granted = scopesOf(claims);
      if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) return insufficient(scopes);
      return { jwt: { claims: asText(claims), scopes: granted.length > 0 ? granted : null } };
    } catch (error) {
      if (error instanceof errors.JOSEError)
        return invalid(error.code === 'ERR_JWT_EXPIRED' ? 'the token has expired' : error.message);
      throw error;
    }
  }

  async #verify(token: string, issuer: string): Promise<JWTPayload> {
    const keys = keysById(this.#issuers.get(issuer));
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      algorithms: [TOKEN_ALGORITHM],
      requiredClaims: ['exp'],
    });
    if ((payload.iat ?? 0) > Date.now() / 1000) throw new errors.JWTInvalid('the token is used before it was issued');
    return payload;
  }
}

/** API Gateway finds the key by `kid` alone; jose would accept a token without `kid` while there is one key. */
function keysById(issuer: LocalIssuer | undefined): JWTVerifyGetKey {
  const keys = createLocalJWKSet(issuer?.publicKeys ?? { keys: [] });
  return (header, token) => {
    if (header.kid === undefined) throw new errors.JWKSNoMatchingKey();
    return keys(header, token);
  };
}

/** Compares `aud`, or `client_id` if there is no `aud`: Cognito's access tokens carry only `client_id`. */
function isMeantFor({ aud, client_id: clientId }: JWTPayload, audience: readonly string[]): boolean {
  const named = aud === undefined ? [String(clientId)] : [aud].flat();
  return named.some((name) => audience.includes(name));
}

function scopesOf({ scope, scp }: JWTPayload): string[] {
  const granted = scope ?? scp;
  if (Array.isArray(granted)) return granted.map(String);
  return typeof granted === 'string' ? granted.split(' ').filter((name) => name !== '') : [];
}

function asText(claims: JWTPayload): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)]));
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(String).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function invalid(description: string): Decision {
  const challenge = `Bearer scope="" error="invalid_token" error_description="${description.replaceAll('"', "'")}"`;
  return { rejection: { status: 401, challenge } };
}

function insufficient(scopes: readonly string[]): Decision {
  const challenge = `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`;
  return { rejection: { status: 403, challenge } };
}
