import { CliError } from '../errors.ts';
import { PROGRAM } from '../program-name.ts';
import { renewTokens, revokeToken } from './browser/token-endpoint.ts';
import { readClaims } from './claims.ts';
import { type BrowserLogin, isBrowserLogin, type Login } from './logins.ts';
import { isOnThisMachine } from './stage.ts';

// The SDK takes longer to load than most commands take; only a login with a password needs it, once an hour.
const cognito = () => import('./cognito/sign-in.ts');

/** New tokens for a login whose tokens have ended. @throws CliError `login.ended` if the login itself has ended */
export async function renewLogin(login: Login, api: string): Promise<Login> {
  try {
    return isBrowserLogin(login) ? await renewByService(login) : await (await cognito()).refresh(login);
  } catch (error) {
    if (!(error instanceof CliError) || error.code !== 'login.rejected') throw error;
    throw new CliError('login.ended', `Your login to ${api} has ended.`, {
      advice: `Log in again: ${PROGRAM} login ${optionsOf(login, api)}${isOnThisMachine(api) ? WITHOUT_LOGIN : ''}`,
    });
  }
}

/** The embedded cloud forgets its logins when it stops. */
const WITHOUT_LOGIN = `\nThe embedded cloud needs no login. To use it without one: ${PROGRAM} logout`;

const optionsOf = (login: Login, api: string): string =>
  isBrowserLogin(login) ? `--console ${login.console}` : `--password --api ${api} --client-id ${login.clientId}`;

/** Makes a login invalid wherever it is stored. @throws CliError */
export async function revokeLogin(login: Login): Promise<void> {
  if (isBrowserLogin(login)) await revokeToken(login, login.refreshToken);
  else await (await cognito()).revoke(login);
}

async function renewByService(login: BrowserLogin): Promise<BrowserLogin> {
  const { id_token: idToken, refresh_token: refreshToken = login.refreshToken } = await renewTokens(
    login,
    login.refreshToken,
  );
  return { ...login, idToken, refreshToken, expiresAt: readClaims(idToken).expiresAt };
}
