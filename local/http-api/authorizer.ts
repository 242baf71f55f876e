import { createLocalJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { LocalIssuer } from '../auth/local-issuer.ts';
import { TOKEN_ALGORITHM } from '../auth/signing-key.ts';
import type { RouteConfig } from '../template/resources/http-apis.ts';

/** What a function learns of the caller: every claim as text, as API Gateway hands them on. */
export interface JwtContext {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

/** 401 when it is not clear who calls, 403 when the token lacks every scope of the route. */
export interface Refusal {
  readonly status: 401 | 403;
  /** The www-authenticate header. */
  readonly challenge: string;
}

export type Decision = { readonly jwt: JwtContext | undefined } | { readonly refusal: Refusal };

/** API Gateway's JWT authorizer. Groups are a claim like any other to it: what they allow is up to the function. */
export class JwtAuthorizer {
  readonly #issuers: ReadonlyMap<string, LocalIssuer>;

  constructor(issuers: readonly LocalIssuer[]) {
    this.#issuers = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
  }

  /** @param header the Authorization header */
  async decide(route: RouteConfig, header: string | undefined): Promise<Decision> {
    const { authorizer, scopes } = route;
    if (authorizer === undefined) return { jwt: undefined };
    if (header === undefined || header === '') return { refusal: { status: 401, challenge: 'Bearer' } };
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

/** API Gateway finds the key by `kid` alone; jose would try the only key there is on a token without one. */
function keysById(issuer: LocalIssuer | undefined): JWTVerifyGetKey {
  const keys = createLocalJWKSet(issuer?.publicKeys ?? { keys: [] });
  return (header, token) => {
    if (header.kid === undefined) throw new errors.JWKSNoMatchingKey();
    return keys(header, token);
  };
}

/** By `aud`, or by `client_id` where there is no `aud`: Cognito's access tokens have only that. */
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
  return { refusal: { status: 401, challenge } };
}

function insufficient(scopes: readonly string[]): Decision {
  const challenge = `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`;
  return { refusal: { status: 403, challenge } };
}
