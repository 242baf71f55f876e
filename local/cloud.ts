import { join } from 'node:path';
import { serveIssuer } from './auth/issuer-server.ts';
import { LocalIssuer, type TokenRequest } from './auth/local-issuer.ts';
import { openSigningKey } from './auth/signing-key.ts';
import { checkPorts } from './cloud/check-ports.ts';
import { type Compute, startCompute } from './cloud/compute.ts';
import { type Credentials, openCredentials } from './cloud/credentials.ts';
import { type DataDir, openDataDir } from './cloud/data-dir.ts';
import { writeEndpoints } from './cloud/endpoints-file.ts';
import { type Endpoints, functionVariables } from './cloud/function-variables.ts';
import { unlock } from './cloud/lock.ts';
import { serveObjectStore } from './cloud/object-store.ts';
import { choosePorts, type Ports } from './cloud/ports.ts';
import { startTables } from './cloud/tables.ts';
import { serveDynamoDb } from './dynamodb/front.ts';
import { LOOPBACK } from './http/server.ts';
import { JwtAuthorizer } from './http-api/authorizer.ts';
import { serveHttpApi } from './http-api/http-api.ts';
import { serveLambda } from './lambda/server.ts';
import type { ObservedCall } from './s3/options.ts';
import { machineClock, type SchedulerClock } from './scheduler/clock.ts';
import { serveScheduler } from './scheduler/http/server.ts';
import { serveStepFunctions } from './step-functions/http/server.ts';
import type { StepFunctions } from './step-functions/step-functions.ts';
import { synthesise } from './synth/synth.ts';
import { type CloudTemplate, readCloudTemplate } from './template/cloud-template.ts';

/** What S3 clients take for granted when nobody tells them a region. */
const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

export interface CloudOptions {
  /** Keeps everything between runs; one cloud at a time may use it. */
  readonly dataDir: string;
  /** Starts from empty data; the keys stay. */
  readonly fresh?: boolean;
  /** The HTTP API's port; S3, DynamoDB, Step Functions, the token issuer, the scheduler and Lambda take the six after it. 0, the default, takes free ones. */
  readonly port?: number;
  /** What `cdk -c name=value` would be given, e.g. `importLimits`. */
  readonly context?: Readonly<Record<string, string>>;
  /** A folder that `cdk synth` has written; without it the app of this repository is synthesised when it has changed. */
  readonly assembly?: string;
  /** Smallest part of a multipart upload in bytes; S3's own 5 MiB when absent. */
  readonly minimumPartBytes?: number;
  /** By which schedules run; the machine's own when absent. */
  readonly clock?: SchedulerClock;
  /** Hears of each call to S3: which function makes it is in its user agent. */
  readonly onObjectCall?: (call: ObservedCall) => void;
  /** Hears that the synth, which takes seconds, has begun. */
  readonly onSynth?: () => void;
}

export interface Cloud {
  readonly endpoints: Endpoints;
  /** The DynamoDB engine itself, which functions use and which checks nothing; `endpoints.dynamodb` is for all others. */
  readonly engineUrl: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** The stacks' outputs by their keys: `DataBucketName`, `ControlTableName`, `CustomersTableName`, `ImportStateMachineArn`, ... */
  readonly outputs: Readonly<Record<string, string | undefined>>;
  /** Executions with what they used (transitions, events), beside what the API tells. */
  readonly stepFunctions: StepFunctions;
  /** An access token for the HTTP API. @throws Error when the template has no user pool */
  token(request: TokenRequest): Promise<string>;
  /**
   * Stops as abruptly as kill -9: functions are killed in the middle of their work. All that was accepted is on disk, and is
   * taken up by the next boot with the same data.
   */
  stop(): Promise<void>;
}

/**
 * Boots AWS on this machine from the synthesised templates.
 * @throws Error in plain words: data in use, a port taken, no DynamoDB engine, something unknown in a template
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
  const template = readCloudTemplate(assembly, { region: REGION, account: ACCOUNT, apiUrl: address(ports.api) });
  const credentials = openCredentials(dataDir.credentials);
  const tables = { databaseFile: dataDir.database, region: REGION, credentials, fresh: options.fresh ?? false };
  const engineUrl = await startTables(template.tables, tables, cleanUp);
  const endpoints = endpointsOf(ports);
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
      minimumPartBytes: options.minimumPartBytes,
      onCall: options.onObjectCall,
    }),
  );
  const issuer = template.userPool && new LocalIssuer(await openSigningKey(dataDir.signingKey), template.userPool);
  await serveCallers(template, ports, { issuer, compute }, cleanUp);
  const { api, s3: s3Url, issuer: issuerUrl } = endpoints;
  const dataBucket = template.outputs.DataBucketName;
  cleanUp.defer(writeEndpoints(dataDir.endpoints, { api, issuer: issuerUrl, s3: s3Url, region: REGION, dataBucket }));
  // First of all when it stops: nothing may go on working while the rest closes.
  cleanUp.defer(() => compute.stop());
  compute.resume();
  return {
    endpoints,
    engineUrl,
    region: REGION,
    credentials,
    outputs: template.outputs,
    stepFunctions: compute.stepFunctions,
    token: async (request) => {
      if (issuer === undefined) throw new Error('The template has no user pool.');
      return issuer.mint(request);
    },
    stop: () => cleanUp.disposeAsync(),
  };
}

/** Opens the services that an AWS SDK calls, except S3. */
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

/** Opens what people and browsers call: the HTTP API, and the issuer of its tokens. */
async function serveCallers(
  { httpApis }: CloudTemplate,
  ports: Ports,
  { issuer, compute }: { readonly issuer: LocalIssuer | undefined; readonly compute: Compute },
  cleanUp: AsyncDisposableStack,
): Promise<void> {
  if (issuer !== undefined) {
    const server = await serveIssuer(ports.issuer, issuer);
    cleanUp.defer(() => server.close());
  }
  const [httpApi, ...others] = httpApis;
  if (others.length > 0) throw new Error('There is more than one HTTP API, which the embedded cloud does not know.');
  if (httpApi === undefined) return;
  const authorizer = new JwtAuthorizer(issuer === undefined ? [] : [issuer]);
  const settings = { account: ACCOUNT, authorizer, invoke: compute.invokeForCaller };
  const server = await serveHttpApi(ports.api, httpApi, settings);
  cleanUp.defer(() => server.close());
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
  };
}

function address(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}
