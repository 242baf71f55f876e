import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import type { UserDirectory } from '../../cognito/user-directory.ts';
import { readBody } from '../../http/read-body.ts';
import type { UserPool } from '../../template/resources/user-pools.ts';
import type { LocalIssuer } from '../local-issuer.ts';
import { addressWith, type Destination, readAuthorizationRequest, readDestination } from './authorization-request.ts';
import { Grants } from './grants.ts';
import { OAuthError } from './oauth-error.ts';
import { errorPage, signInPage } from './sign-in-page.ts';
import { TokenEndpoint } from './token-endpoint.ts';

const FORM_LIMIT_BYTES = 64 * 1024;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}

/** The pages and endpoints of a user pool's domain, for one machine. The template says which clients may do what. */
export class SignInServer {
  readonly #pool: UserPool;
  readonly #issuer: LocalIssuer;
  readonly #users: UserDirectory;
  readonly #grants: Grants;
  readonly #endpoint: TokenEndpoint;
  /** Origins of the pages whose scripts fetch tokens. */
  readonly #origins: ReadonlySet<string>;
  /** By method and path. */
  readonly routes: Readonly<Record<string, (exchange: Exchange) => Promise<void> | void>> = {
    'GET /oauth2/authorize': (exchange) => this.#showPeople(exchange),
    'POST /oauth2/authorize': (exchange) => this.#choosePerson(exchange),
    'POST /oauth2/token': (exchange) => this.#answerJson(exchange, (form) => this.#endpoint.token(form)),
    'POST /oauth2/revoke': (exchange) => this.#answerJson(exchange, async (form) => this.#endpoint.revoke(form)),
    'GET /logout': (exchange) => this.#signOut(exchange),
    'GET /.well-known/jwks.json': (exchange) => this.#sendJson(exchange, 200, this.#issuer.publicKeys),
    'GET /.well-known/openid-configuration': (exchange) => this.#sendJson(exchange, 200, this.#discovery(exchange)),
  };

  constructor(pool: UserPool, issuer: LocalIssuer, users: UserDirectory, clock = systemClock) {
    this.#pool = pool;
    this.#issuer = issuer;
    this.#users = users;
    this.#grants = new Grants(clock);
    this.#endpoint = new TokenEndpoint(issuer, { clients: pool.clients, users, grants: this.#grants });
    this.#origins = new Set(pool.clients.flatMap(({ callbacks }) => callbacks.map((url) => new URL(url).origin)));
  }

  #showPeople(exchange: Exchange): void {
    this.#withDestination(exchange, (destination) => {
      readAuthorizationRequest(exchange.query, destination.client);
      const origin = new URL(destination.redirectUri).origin;
      const { html, headers } = signInPage(this.#users.list(), exchange.query.toString(), origin);
      exchange.response.writeHead(200, headers).end(html);
    });
  }

  async #choosePerson(exchange: Exchange): Promise<void> {
    const { request, response, query } = exchange;
    // Only the page of this server may choose. Another page could otherwise sign a user in without a click.
    if (request.headers.origin !== `http://${request.headers.host}`) {
      return this.#sendJson(exchange, 403, { message: 'Forbidden' });
    }
    const form = new URLSearchParams((await readBody(request, FORM_LIMIT_BYTES)).toString('utf8'));
    this.#withDestination(exchange, (destination) => {
      const requested = readAuthorizationRequest(query, destination.client);
      const user = this.#users.find(form.get('user') ?? '');
      if (!user?.isEnabled) throw new OAuthError('invalid_request', 'There is no such user, or the user is disabled.');
      // Who signs in has chosen a password.
      if (user.status !== 'CONFIRMED') this.#users.change(user.username, { status: 'CONFIRMED' });
      const { client, redirectUri } = destination;
      const code = this.#grants.createCode({
        ...{ ...requested, userId: user.username },
        ...{ clientId: client.id, redirectUri },
      });
      response.writeHead(303, { location: addressWith(destination, { code }), 'cache-control': 'no-store' }).end();
    });
  }

  /** Shows errors of client and address; sends all others to the address. */
  #withDestination({ response, query }: Exchange, work: (destination: Destination) => void): void {
    let destination: Destination | undefined;
    try {
      destination = readDestination(query, this.#pool.clients);
      work(destination);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      if (destination === undefined) showError(response, error);
      else redirect(response, addressWith(destination, { error: error.code, error_description: error.message }));
    }
  }

  #signOut({ response, query }: Exchange): void {
    const client = this.#pool.clients.find(({ id }) => id === query.get('client_id'));
    const address = query.get('logout_uri') ?? '';
    if (client?.logouts.includes(address)) redirect(response, address);
    else showError(response, new OAuthError('invalid_request', 'The logout_uri is not one of the client.'));
  }

  async #answerJson(exchange: Exchange, answer: (form: URLSearchParams) => Promise<object>): Promise<void> {
    const { request } = exchange;
    try {
      if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) {
        throw new OAuthError('invalid_request', 'The body has to be application/x-www-form-urlencoded.');
      }
      const form = new URLSearchParams((await readBody(request, FORM_LIMIT_BYTES)).toString('utf8'));
      this.#sendJson(exchange, 200, await answer(form));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      this.#sendJson(exchange, 400, { error: error.code, error_description: error.message });
    }
  }

  #sendJson({ request, response }: Exchange, status: number, body: object): void {
    const { origin } = request.headers;
    const isKnown = origin !== undefined && this.#origins.has(origin);
    response.writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      vary: 'origin',
      ...(isKnown && { 'access-control-allow-origin': origin }),
    });
    response.end(JSON.stringify(body));
  }

  #discovery({ request }: Exchange): object {
    const base = `http://${request.headers.host}`;
    return {
      issuer: this.#pool.issuer,
      authorization_endpoint: `${base}/oauth2/authorize`,
      token_endpoint: `${base}/oauth2/token`,
      revocation_endpoint: `${base}/oauth2/revoke`,
      end_session_endpoint: `${base}/logout`,
      jwks_uri: `${base}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
    };
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
}

function showError(response: ServerResponse, error: OAuthError): void {
  const { html, headers } = errorPage(error.message);
  response.writeHead(400, headers).end(html);
}
