import * as z from 'zod';
import { parseJson } from '../../disk/private-file.ts';
import { CliError } from '../../errors.ts';

/** A public client of a sign-in service. */
export interface SignInClient {
  /** The base address of the sign-in service, without a slash at the end. */
  readonly signIn: string;
  readonly clientId: string;
}

const LONGEST_REQUEST_MS = 30_000;

const TokensSchema = z.object({ id_token: z.string(), refresh_token: z.string().optional() });
export type Tokens = z.infer<typeof TokensSchema>;

const OAuthErrorSchema = z.object({ error: z.string(), error_description: z.string().optional() });

/** Exchanges a code and its verifier for tokens. @throws CliError `login.rejected`, `login.unreachable`, `login.failed` */
export function redeemCode(
  client: SignInClient,
  grant: { readonly code: string; readonly redirectUri: string; readonly verifier: string },
): Promise<Tokens> {
  const { code, redirectUri, verifier } = grant;
  return requestTokens(client, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
}

/** New tokens for a refresh token; a new refresh token may replace it. @throws CliError as `redeemCode` */
export function renewTokens(client: SignInClient, refreshToken: string): Promise<Tokens> {
  return requestTokens(client, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/** Makes a refresh token, and what it has brought, invalid. @throws CliError as `redeemCode` */
export async function revokeToken(client: SignInClient, refreshToken: string): Promise<void> {
  await post(client, '/oauth2/revoke', { token: refreshToken });
}

async function requestTokens(client: SignInClient, parameters: Readonly<Record<string, string>>): Promise<Tokens> {
  const tokens = TokensSchema.safeParse(await post(client, '/oauth2/token', parameters));
  if (tokens.success) return tokens.data;
  throw new CliError('login.failed', `${client.signIn} answered without tokens.`);
}

async function post(
  { signIn, clientId }: SignInClient,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<unknown> {
  const response = await fetch(signIn + path, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...parameters }),
    signal: AbortSignal.timeout(LONGEST_REQUEST_MS),
  }).catch(() => undefined);
  if (response === undefined) {
    throw new CliError('login.unreachable', `${signIn} could not be reached.`, {
      advice: 'Check the connection, then try again.',
    });
  }
  const answer = parseJson(await response.text());
  if (response.ok) return answer;
  const { error, error_description: reason = error } = OAuthErrorSchema.safeParse(answer).data ?? {};
  if (response.status === 400 && error !== undefined) {
    throw new CliError('login.rejected', `The sign-in service rejected the request: ${reason}`);
  }
  throw new CliError('login.failed', `${signIn} answered with status ${response.status}.`);
}
