import { join } from 'node:path';
import { systemClock } from '../functions/shared/domain/clock.ts';
import { addFirstPeople, firstPeopleIn } from './auth/first-people.ts';
import { LocalIssuer, type TokenRequest } from './auth/local-issuer.ts';
import type { Person } from './auth/people.ts';
import { openSigningKey } from './auth/signing-key.ts';
import { serveCallers } from './cloud/callers.ts';
import { checkPorts } from './cloud/check-ports.ts';
import { type Compute, startCompute } from './cloud/compute.ts';
import { type Credentials, openCredentials } from './cloud/credentials.ts';
import { type DataDir, openDataDir } from './cloud/data-dir.ts';
import { writeEndpoints } from './cloud/endpoints-file.ts';
import { type Endpoints, functionVariables } from './cloud/function-variables.ts';
import { unlock } from './cloud/lock.ts';
import { serveObjectStore } from './cloud/object-store.ts';
import { choosePorts, type Ports } from './cloud/ports.ts';
import { setUpPeople } from './cloud/set-up-people.ts';
import { startTables } from './cloud/tables.ts';
import { UserDirectory } from './cognito/user-directory.ts';
import { serveDynamoDb } from './dynamodb/front.ts';
import { LOOPBACK } from './http/server.ts';
import { serveLambda } from './lambda/server.ts';
import { ObjectClient } from './s3/client.ts';
import type { ObservedCall } from './s3/options.ts';
import { machineClock, type SchedulerClock } from './scheduler/clock.ts';
import { serveScheduler } from './scheduler/http/server.ts';
import { deploySites } from './site/deploy-site.ts';
import { serveStepFunctions } from './step-functions/http/server.ts';
import type { StepFunctions } from './step-functions/step-functions.ts';
import { synthesise } from './synth/synth.ts';
import { readCloudTemplate } from './template/cloud-template.ts';
import { bucketHost, type Place } from './template/place.ts';
import type { UserPool } from './template/resources/user-pools.ts';

/** The default region of S3 clients that are not configured with one. */
const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

export interface CloudOptions {
  /** The folder that holds all data between runs. Only one cloud at a time may use it. */
  readonly dataDir: string;
  /** Starts with empty data; the keys stay. */
  readonly fresh?: boolean;
  /** The HTTP API's port; S3, DynamoDB, Step Functions, sign-in, the scheduler, Lambda and the console take the next seven. 0 (default) takes free ports. */
  readonly port?: number;
  /** Values for `cdk -c name=value`, e.g. `importLimits`. */
  readonly context?: Readonly<Record<string, string>>;
  /** A folder that `cdk synth` wrote; by default this repository's app is synthesised when its sources have changed. */
  readonly assembly?: string;
  /** Smallest part of a multipart upload in bytes; default 5 MiB, as in S3. */
  readonly minimumPartBytes?: number;
  /** The clock that schedules follow; default: the machine's clock. */
  readonly clock?: SchedulerClock;
  /** Called for each S3 request; the user agent names the calling function. */
  readonly onObjectCall?: (call: ObservedCall) => void;
  /** Called when the synthesis begins, which takes seconds. */
  readonly onSynth?: () => void;
}

export interface Cloud {
  readonly endpoints: Endpoints;
  /** The DynamoDB engine, which functions call directly and which checks no signatures; other clients use `endpoints.dynamodb`. */
  readonly engineUrl: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** The stacks' outputs by their keys: `DataBucketName`, `ControlTableName`, `CustomersTableName`, `ImportStateMachineArn`, ... */
  readonly outputs: Readonly<Record<string, string | undefined>>;
  /** Gives executions with their usage (transitions, events), which the API does not report. */
  readonly stepFunctions: StepFunctions;
  /** The people of this machine, as far as they are still users; all users are on the sign-in page. */
  readonly people: readonly Person[];
  /** An access token for the HTTP API. @throws Error when the template has no user pool */
  token(request: TokenRequest): Promise<string>;
  /**
   * Stops as abruptly as kill -9: running functions are killed. All accepted work is on disk, and the next boot with the same
   * data continues it.
   */
  stop(): Promise<void>;
}

/**
 * Boots AWS on this machine from the synthesised templates.
 * @throws Error for a user to read: data in use, a port taken, no DynamoDB engine, an unsupported element in a template
 */
export async function bootCloud(options: CloudOptions): Promise<Cloud> {
  const dataDir = openDataDir(options.dataDir, options.fresh ?? false);
  const cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => unlock(dataDir.lock));
  try {
    return await start(options, dataDir, cleanUp);
  } catch (error) {
    await cleanUp.disposeAsync();
    throw error;
  }
}

async function start(options: CloudOptions, dataDir: DataDir, cleanUp: AsyncDisposableStack): Promise<Cloud> {
  const root = join(import.meta.dirname, '..');
  const assembly = options.assembly ?? (await synthesise(root, options.context ?? {}, options.onSynth));
  const ports = await choosePorts(options.port ?? 0);
  await checkPorts(ports);
  const endpoints = endpointsOf(ports);
  const place = placeOf(endpoints);
  const template = readCloudTemplate(assembly, place);
  const credentials = openCredentials(dataDir.credentials);
  const tables = { databaseFile: dataDir.database, region: REGION, credentials, fresh: options.fresh ?? false };
  const engineUrl = await startTables(template.tables, tables, cleanUp);
  const compute = startCompute(
    template,
    dataDir,
    functionVariables(REGION, credentials, { ...endpoints, dynamodb: engineUrl }),
    options.clock ?? machineClock,
  );
  await serveSdk(ports, { engineUrl, compute, credentials }, cleanUp);
  const s3 = { port: ports.s3, directory: dataDir.objects, region: REGION, credentials, bus: compute.bus };
  cleanUp.defer(
    await serveObjectStore(template.buckets, {
      ...s3,
      awsOrigin: (origin) => template.hosts.awsOrigin(origin) ?? origin,
      minimumPartBytes: options.minimumPartBytes,
      onCall: options.onObjectCall,
    }),
  );
  const objects = new ObjectClient(REGION, credentials);
  await deploySites(template.siteDeployments, {
    client: objects,
    bucketAddress: (name) => template.hosts.addressOf(bucketHost(place, name)),
    hosts: template.hosts,
    recordFile: dataDir.siteDeployments,
  });
  const issuer = await issuerOf(template.userPool, dataDir);
  const users = usersOf(template.userPool, dataDir);
  const keys = { issuer, users, keyPair: credentials };
  const callers = { account: ACCOUNT, ...keys, invoke: compute.invokeForCaller, objects };
  await serveCallers(template, ports, callers, cleanUp);
  const { api, s3: s3Url, issuer: issuerUrl, console } = endpoints;
  const dataBucket = template.outputs.DataBucketName;
  cleanUp.defer(
    writeEndpoints(dataDir.endpoints, { api, console, issuer: issuerUrl, s3: s3Url, region: REGION, dataBucket }),
  );
  // Deferred last, so that it runs first: no function may continue to work while the services close.
  cleanUp.defer(() => compute.stop());
  compute.resume();
  const people = users === undefined ? [] : firstPeopleIn(users);
  await setUpPeople(template.outputs.SetUpPeopleFunctionName, people, compute.lambda);
  return {
    endpoints,
    engineUrl,
    region: REGION,
    credentials,
    outputs: template.outputs,
    stepFunctions: compute.stepFunctions,
    people,
    token: async (request) => {
      if (issuer === undefined) throw new Error('The template has no user pool.');
      return issuer.mint(request);
    },
    stop: () => cleanUp.disposeAsync(),
  };
}

/** Opens the services that the AWS SDK calls, except S3. */
async function serveSdk(
  ports: Ports,
  { engineUrl, compute, credentials }: { engineUrl: string; compute: Compute; credentials: Credentials },
  cleanUp: AsyncDisposableStack,
): Promise<void> {
  const servers = [
    () => serveDynamoDb(ports.dynamodb, engineUrl, credentials),
    () => serveStepFunctions(ports.stepFunctions, compute.stepFunctions, credentials),
    () => serveScheduler(ports.scheduler, compute.scheduler, credentials),
    () => serveLambda(ports.lambda, compute.lambda, credentials),
  ];
  for (const start of servers) {
    const server = await start();
    cleanUp.defer(() => server.close());
  }
}

async function issuerOf(pool: UserPool | undefined, { signingKey }: DataDir): Promise<LocalIssuer | undefined> {
  const [client] = pool?.clients ?? [];
  if (pool === undefined || client === undefined) return undefined;
  return new LocalIssuer(await openSigningKey(signingKey), { issuer: pool.issuer, clientId: client.id });
}

/** The users of the pool; people of this machine if there are none. */
function usersOf(pool: UserPool | undefined, { users: file }: DataDir): UserDirectory | undefined {
  if (pool === undefined) return undefined;
  const users = new UserDirectory(file, pool, systemClock);
  addFirstPeople(users);
  return users;
}

function placeOf({ api, s3, issuer, console }: Endpoints): Place {
  return { region: REGION, account: ACCOUNT, apiUrl: api, s3Url: s3, signInUrl: issuer, consoleUrl: console };
}

function endpointsOf(ports: Ports): Endpoints {
  return {
    api: address(ports.api),
    s3: address(ports.s3),
    dynamodb: address(ports.dynamodb),
    stepFunctions: address(ports.stepFunctions),
    issuer: address(ports.issuer),
    scheduler: address(ports.scheduler),
    lambda: address(ports.lambda),
    console: address(ports.console),
  };
}

function address(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}
