import { CliError } from '../errors.ts';
import { PROGRAM } from '../program-name.ts';
import type { Terminal } from '../terminal.ts';
import { type Claims, readClaims } from './claims.ts';
import { embeddedEndpoints, embeddedToken, issuerOf } from './embedded-cloud.ts';
import { type Login, Logins } from './logins.ts';
import { renewLogin } from './renewal.ts';
import { isOnThisMachine, stageAddress } from './stage.ts';

/** A token that ends sooner than this is renewed first: a clock may be wrong, a request slow. */
const RENEW_BEFORE_MS = 60_000;

/** One API, and the tokens for it. */
export interface Session {
  /** The API's address, without a slash at the end. */
  readonly api: string;
  readonly isEmbedded: boolean;
  /** A token that is still good. @param renewed whether one that the API has just rejected is no use @throws CliError */
  token(renewed?: boolean): Promise<string>;
  claims(): Promise<Claims>;
}

/**
 * The API that a command means: the one named (by `--api` or SWITCHBOARD_API; `local` for the embedded cloud), else the
 * stage logged in to last, else the embedded cloud. The embedded cloud needs no login: without one the user is an
 * administrator.
 */
export async function openSession(terminal: Terminal, named: string | undefined): Promise<Session> {
  const logins = new Logins(terminal);
  const requested = named ?? (terminal.env.SWITCHBOARD_API || undefined) ?? (await logins.current()) ?? 'local';
  const endpoints = await embeddedEndpoints(terminal);
  const api = requested === 'local' ? endpoints.api : stageAddress(requested);
  const isEmbedded = isOnThisMachine(api);
  const needsNoLogin = isEmbedded && (await logins.find(api)) === undefined;
  const token = needsNoLogin ? embeddedTokens(issuerOf(api, endpoints)) : stageTokens(api, logins);
  return { api, isEmbedded, token, claims: async () => readClaims(await token()) };
}

function embeddedTokens(issuer: string): Session['token'] {
  let known: Promise<string> | undefined;
  return (renewed = false) => {
    if (known === undefined || renewed) known = embeddedToken(issuer);
    return known;
  };
}

function stageTokens(api: string, logins: Logins): Session['token'] {
  let renewal: Promise<Login> | undefined;
  const renew = async (login: Login) => {
    const renewed = await renewLogin(login, api);
    await logins.keep(api, renewed, { makeCurrent: false });
    return renewed;
  };
  return async (renewed = false) => {
    const login = await logins.find(api);
    if (login === undefined) throw notLoggedIn(api);
    const isFresh = Date.parse(login.expiresAt) - Date.now() > RENEW_BEFORE_MS;
    if (isFresh && !renewed) return login.idToken;
    // Requests in parallel need one renewal.
    renewal ??= renew(login).finally(() => {
      renewal = undefined;
    });
    return (await renewal).idToken;
  };
}

export const notLoggedIn = (api: string): CliError =>
  new CliError('login.missing', `You are not logged in to ${api}.`, {
    advice: `Log in: ${PROGRAM} login --console <ConsoleUrl of the deployment>`,
  });
