import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import { bucketHost, worldwideName } from '../names.ts';
import type { Settings } from '../settings.ts';
import { ConsoleDistribution } from './console-distribution.ts';
import { ProtectedApi } from './http-api.ts';
import { addSignIn } from './sign-in.ts';
import { addConsoleClient, addTerminalClient, TERMINAL_CALLBACKS } from './sign-in-clients.ts';

/** The console's address, and what its stack writes there. */
export interface ConsoleAddress {
  readonly distribution: IDistribution;
  readonly siteBucketName: string;
  /** `/config.json`: read by the console at its start, and by the terminal at a login. */
  readonly config: Readonly<Record<string, unknown>>;
}

interface Entrance {
  readonly pool: UserPool;
  /** Has no routes yet. */
  readonly api: ProtectedApi;
  readonly console: ConsoleAddress;
}

/**
 * Adds sign-in, the HTTP API and the distribution of the console. They refer to each other in a ring, which CloudFormation
 * accepts within one stack alone: the authorizer names the console's client, the client the distribution, that the API.
 */
export function addEntrance(stack: Stack, settings: Settings): Entrance {
  const { pool, domain } = addSignIn(stack, settings);
  const signIn = domain.baseUrl();
  const api = new ProtectedApi(stack, 'HttpApi', { settings, pool });
  const siteBucketName = worldwideName(stack, settings, 'site');
  const addressOf = (part: string) => `https://${bucketHost(stack, worldwideName(stack, settings, part))}`;
  const documents = addressOf('documents');
  const { distribution, origin } = new ConsoleDistribution(stack, 'Console', {
    settings,
    siteBucketName,
    apiId: api.apiId,
    callable: [signIn, addressOf('data'), documents],
    shown: [documents],
  });
  const client = addConsoleClient(pool, origin).userPoolClientId;
  const terminal = addTerminalClient(pool).userPoolClientId;
  api.acceptTokensFor([client, terminal]);

  new CfnOutput(stack, 'ConsoleUrl', { value: origin });
  new CfnOutput(stack, 'ApiUrl', { value: api.url });
  new CfnOutput(stack, 'SignInUrl', { value: signIn });
  new CfnOutput(stack, 'UserPoolId', { value: pool.userPoolId });
  new CfnOutput(stack, 'ConsoleClientId', { value: client });
  new CfnOutput(stack, 'TerminalClientId', { value: terminal });
  const config = {
    api: '/api',
    signIn,
    client,
    terminal: { api: api.url, region: stack.region, client: terminal, callbacks: TERMINAL_CALLBACKS },
  };
  return { pool, api, console: { distribution, siteBucketName, config } };
}
