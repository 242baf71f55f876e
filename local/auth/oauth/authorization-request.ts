import * as z from 'zod';
import type { UserPoolClient } from '../../template/resources/user-pools.ts';
import { OAuthError } from './oauth-error.ts';

const CODE_CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

const AddressSchema = z.object({ client_id: z.string(), redirect_uri: z.string(), state: z.string().optional() });

/** Where the browser goes after the sign-in: to an address that the template has for the client. */
export interface Destination {
  readonly client: UserPoolClient;
  readonly redirectUri: string;
  readonly state: string | undefined;
}

/** A request for a code that may be granted when a user has been chosen. */
export interface AuthorizationRequest {
  readonly codeChallenge: string;
  readonly scope: string;
  readonly nonce: string | undefined;
}

/**
 * The client and the address to go back to. Errors of these two are shown, and never sent to the address.
 * @throws OAuthError invalid_request
 */
export function readDestination(query: URLSearchParams, clients: readonly UserPoolClient[]): Destination {
  const parsed = AddressSchema.safeParse(Object.fromEntries(query));
  const client = clients.find(({ id, grantsCode }) => grantsCode && id === parsed.data?.client_id);
  if (!parsed.success || client === undefined) {
    throw new OAuthError('invalid_request', 'The client_id is not one of the user pool with the code grant.');
  }
  const { redirect_uri: redirectUri, state } = parsed.data;
  if (!client.callbacks.includes(redirectUri)) {
    throw new OAuthError('invalid_request', 'The redirect_uri is not a callback address of the client.');
  }
  return { client, redirectUri, state };
}

/** @throws OAuthError for the address to go back to */
export function readAuthorizationRequest(query: URLSearchParams, client: UserPoolClient): AuthorizationRequest {
  if (query.get('response_type') !== 'code') {
    throw new OAuthError('unsupported_response_type', 'The response_type has to be code.');
  }
  const codeChallenge = query.get('code_challenge') ?? '';
  if (query.get('code_challenge_method') !== 'S256' || !CODE_CHALLENGE.test(codeChallenge)) {
    throw new OAuthError('invalid_request', 'A code_challenge with the method S256 is required.');
  }
  const scope = query.get('scope') ?? client.scopes.join(' ');
  if (!scope.split(' ').every((name) => client.scopes.includes(name))) {
    throw new OAuthError('invalid_scope', `The client has the scopes ${client.scopes.join(', ')}.`);
  }
  return { codeChallenge, scope, nonce: query.get('nonce') ?? undefined };
}

/** The destination with the parameters of the answer, and the state of the request. */
export function addressWith({ redirectUri, state }: Destination, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}
