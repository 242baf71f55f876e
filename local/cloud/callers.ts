import { serveIssuer } from '../auth/issuer-server.ts';
import type { LocalIssuer } from '../auth/local-issuer.ts';
import { SignInServer } from '../auth/oauth/sign-in-server.ts';
import { serveDistribution } from '../cloudfront/distribution-server.ts';
import type { UserDirectory } from '../cognito/user-directory.ts';
import type { RunningServer } from '../http/server.ts';
import type { KeyPair } from '../http/signature.ts';
import { JwtAuthorizer } from '../http-api/authorizer.ts';
import { type HttpApiSettings, serveHttpApi } from '../http-api/http-api.ts';
import type { ObjectClient } from '../s3/client.ts';
import type { CloudTemplate } from '../template/cloud-template.ts';
import type { Ports } from './ports.ts';

interface Parts {
  readonly account: string;
  readonly issuer: LocalIssuer | undefined;
  readonly users: UserDirectory | undefined;
  readonly keyPair: KeyPair;
  readonly invoke: HttpApiSettings['invoke'];
  readonly objects: ObjectClient;
}

/** Opens the services that users and browsers call: sign-in, the HTTP API, and the console. */
export async function serveCallers(
  template: CloudTemplate,
  ports: Ports,
  { account, issuer, users, keyPair, invoke, objects }: Parts,
  cleanUp: AsyncDisposableStack,
): Promise<void> {
  const opened = async (server: Promise<RunningServer>) => cleanUp.defer(await closerOf(server));
  const { userPool } = template;
  if (issuer && users && userPool) {
    const signIn = new SignInServer(userPool, issuer, users);
    await opened(serveIssuer(ports.issuer, { issuer, signIn, users, keyPair }));
  }
  const httpApi = onlyOne('HTTP API', template.httpApis);
  const authorizer = new JwtAuthorizer(issuer === undefined ? [] : [issuer]);
  if (httpApi) await opened(serveHttpApi(ports.api, httpApi, { account, authorizer, invoke }));
  const distribution = onlyOne('distribution', template.distributions);
  if (distribution) await opened(serveDistribution(ports.console, distribution, objects));
}

async function closerOf(opening: Promise<RunningServer>): Promise<() => Promise<void>> {
  const server = await opening;
  return () => server.close();
}

function onlyOne<Config>(kind: string, [first, ...others]: readonly Config[]): Config | undefined {
  if (others.length > 0) throw new Error(`The template has more than one ${kind}; the embedded cloud supports one.`);
  return first;
}
