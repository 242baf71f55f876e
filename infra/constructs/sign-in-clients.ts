import { Duration } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  ClientAttributes,
  OAuthScope,
  type UserPool,
  type UserPoolClient,
  type UserPoolClientOptions,
} from 'aws-cdk-lib/aws-cognito';
import { CRM_USERNAME } from '../../functions/shared/domain/crm-username.ts';

/** What the clients have in common: a program that everybody can take apart keeps no secret. */
const PUBLIC_CLIENT = {
  generateSecret: false,
  preventUserExistenceErrors: true,
  enableTokenRevocation: true,
  accessTokenValidity: Duration.hours(1),
  idTokenValidity: Duration.hours(1),
  refreshTokenValidity: Duration.days(1),
  // The id token has what the client may read.
  readAttributes: new ClientAttributes()
    .withStandardAttributes({ email: true, emailVerified: true, fullname: true })
    .withCustomAttributes(CRM_USERNAME),
  // Cognito demands that its clients may write what every user has. Nobody changes their username or name themselves.
  writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
} satisfies UserPoolClientOptions;

/** Where the terminal listens for the end of a sign-in in the browser: at the first that is free. */
const LOOPBACK_PORTS = [49_217, 50_329, 51_437, 52_541, 53_653];
/** Cognito compares callback addresses exactly, and accepts http for this host name alone. */
export const TERMINAL_CALLBACKS = LOOPBACK_PORTS.map((port) => `http://localhost:${port}/signed-in`);

/** The code grant alone; without a secret Cognito's pages accept it with PKCE. */
const CODE_GRANT = {
  flows: { authorizationCodeGrant: true },
  scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
};

/** Two tabs may renew at the same moment with the same token; after this only the newest token is good. */
const ROTATION_GRACE = Duration.seconds(30);

/** @param origin the console's address, without a slash at the end */
export function addConsoleClient(pool: UserPool, origin: string): UserPoolClient {
  const client = pool.addClient('Console', {
    ...PUBLIC_CLIENT,
    // Sign-in is by Cognito's pages alone: the password never reaches the console.
    authFlows: { userSrp: true },
    refreshTokenRotationGracePeriod: ROTATION_GRACE,
    oAuth: { ...CODE_GRANT, callbackUrls: [`${origin}/signed-in`], logoutUrls: [`${origin}/signed-out`] },
  });
  brand(pool, client, 'ConsoleBranding');
  return client;
}

export function addTerminalClient(pool: UserPool): UserPoolClient {
  const client = pool.addClient('Terminal', {
    ...PUBLIC_CLIENT,
    // For machines without a browser: over TLS and to Cognito alone. A second factor is required as on Cognito's pages.
    authFlows: { userPassword: true },
    oAuth: { ...CODE_GRANT, callbackUrls: TERMINAL_CALLBACKS },
  });
  brand(pool, client, 'TerminalBranding');
  return client;
}

/** Managed login shows no page for a client without a style. */
function brand(pool: UserPool, client: UserPoolClient, id: string): void {
  new CfnManagedLoginBranding(pool, id, {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
}
