import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../../errors.ts';
import { readClaims } from '../claims.ts';
import type { BrowserLogin } from '../logins.ts';
import type { StageConfig } from '../stage-config.ts';
import { listenForCallback } from './callback-server.ts';
import { NO_BROWSER_ADVICE } from './no-browser-advice.ts';
import { challengeFor, randomText } from './pkce.ts';
import { redeemCode, type Tokens } from './token-endpoint.ts';

export interface BrowserSignIn {
  /** Shows the user the address of the sign-in page, or opens it. */
  readonly show: (address: string) => Promise<void>;
  /** Ends the wait for the user. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Signs in on the sign-in service's page in the browser: OpenID Connect, code and PKCE, with a redirect to this machine.
 * @throws CliError `login.ports-taken`, `login.timed-out`, `login.rejected`, `login.unreachable`, `login.failed`
 */
export async function signInByBrowser(
  stage: StageConfig,
  { show, signal, timeoutMs }: BrowserSignIn,
): Promise<BrowserLogin> {
  const state = randomText();
  const verifier = randomText();
  const callback = await listenForCallback(stage.callbacks, state);
  try {
    await show(signInAddress(stage, callback.address, state, challengeFor(verifier)));
    const code = await within(callback.code, timeoutMs, signal);
    return loginOf(stage, await redeemCode(stage, { code, redirectUri: callback.address, verifier }));
  } finally {
    await callback.close();
  }
}

function loginOf({ console, signIn, clientId }: StageConfig, tokens: Tokens): BrowserLogin {
  if (tokens.refresh_token === undefined) throw new CliError('login.failed', 'There is no refresh token.');
  const { user, expiresAt } = readClaims(tokens.id_token);
  return {
    ...{ console, signIn, clientId, user, expiresAt },
    ...{ idToken: tokens.id_token, refreshToken: tokens.refresh_token },
  };
}

function signInAddress(
  { signIn, clientId }: StageConfig,
  redirectUri: string,
  state: string,
  challenge: string,
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return `${signIn}/oauth2/authorize?${query}`;
}

/** @throws CliError `login.timed-out`; the reason of the signal */
async function within(code: Promise<string>, timeoutMs: number, signal: AbortSignal): Promise<string> {
  const ended = new AbortController();
  const timeout = sleep(timeoutMs, undefined, { signal: AbortSignal.any([signal, ended.signal]) }).then(() => {
    throw new CliError(
      'login.timed-out',
      `The browser did not complete the sign-in within ${Math.round(timeoutMs / 60_000)} minutes.`,
      {
        advice: `Log in again, and open the address in a browser on this machine.\n${NO_BROWSER_ADVICE}`,
      },
    );
  });
  try {
    return await Promise.race([code, timeout]);
  } finally {
    ended.abort();
  }
}
