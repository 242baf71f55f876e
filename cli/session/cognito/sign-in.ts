import {
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CliError } from '../../errors.ts';
import { readClaims } from '../claims.ts';
import type { PasswordLogin } from '../logins.ts';
import { answerChallenges } from './challenges.ts';
import { cognitoClient } from './client.ts';
import { signInError } from './errors.ts';
import type { Questions } from './questions.ts';

interface Credentials {
  readonly clientId: string;
  readonly region: string;
  readonly user: string;
  readonly password: string;
}

/** Logs in with user name and password, and whatever Cognito asks for besides. @throws CliError */
export async function signIn({ password, ...who }: Credentials, questions: Questions): Promise<PasswordLogin> {
  return calling(who.region, async (client) => {
    const first = await client.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: who.clientId,
        AuthParameters: { USERNAME: who.user, PASSWORD: password },
      }),
    );
    const result = await answerChallenges(client, who, first, questions);
    return loginOf(who, result, result.RefreshToken);
  });
}

/** New tokens for a login whose tokens have ended. @throws CliError `login.rejected` if the login itself has ended */
export function refresh({ refreshToken, ...login }: PasswordLogin): Promise<PasswordLogin> {
  return calling(login.region, async (client) => {
    const { AuthenticationResult } = await client.send(
      new InitiateAuthCommand({
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId: login.clientId,
        AuthParameters: { REFRESH_TOKEN: refreshToken },
      }),
    );
    return loginOf(login, AuthenticationResult, AuthenticationResult?.RefreshToken ?? refreshToken);
  });
}

/** Makes a login worthless wherever it is kept. @throws CliError */
export async function revoke({ region, clientId, refreshToken }: PasswordLogin): Promise<void> {
  await calling(region, (client) => client.send(new RevokeTokenCommand({ ClientId: clientId, Token: refreshToken })));
}

async function calling<T>(region: string, call: (client: CognitoIdentityProviderClient) => Promise<T>): Promise<T> {
  const client = cognitoClient(region);
  try {
    return await call(client);
  } catch (error) {
    throw signInError(error);
  } finally {
    client.destroy();
  }
}

function loginOf(
  { clientId, region, user }: Pick<PasswordLogin, 'clientId' | 'region' | 'user'>,
  result: AuthenticationResultType | undefined,
  refreshToken: string | undefined,
): PasswordLogin {
  if (result?.IdToken === undefined || refreshToken === undefined) {
    throw new CliError('login.failed', 'Cognito has answered without tokens.');
  }
  const { expiresAt } = readClaims(result.IdToken);
  return { clientId, region, user, idToken: result.IdToken, refreshToken, expiresAt };
}
