import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CONTROL_TABLE_SHAPE,
  CUSTOMERS_TABLE_SHAPE,
  SEARCH_TABLE_SHAPE,
  type TableShape,
} from '../../functions/shared/dynamodb/tables.ts';
import { freePorts } from '../../local/cloud/free-ports.ts';

/** A DynamoDB engine with the three tables, empty; each call makes new tables, so that tests may share an engine. */
export interface TestDynamo {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  readonly controlTable: string;
  readonly customersTable: string;
  readonly searchTable: string;
  stop(): Promise<void>;
}

export const DYNOXIDE = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
const BOOT_ATTEMPTS = 200;
const BOOT_PAUSE_MS = 25;
const START_ATTEMPTS = 5;

/** The Authorization header that dynoxide accepts. */
const UNSIGNED = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
  'x-amz-date': '20260101T000000Z',
};

function connect(endpoint: string, isDynoxide: boolean): DynamoDBClient {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    // Dynoxide requires the header but does not check the signature; signing takes some 6 % of the processor time of the
    // tests of imports.
    ...(isDynoxide && {
      signer: { sign: async (request) => ({ ...request, headers: { ...request.headers, ...UNSIGNED } }) },
    }),
  });
  // As in the functions' clients: the SDK's own logger copies every request and answer.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

function hasEnded(child: ChildProcess | undefined): boolean {
  return child !== undefined && (child.exitCode !== null || child.signalCode !== null);
}

export async function waitUntilServing(client: DynamoDBClient, child?: ChildProcess): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new ListTablesCommand({ Limit: 1 }));
      return;
    } catch (error) {
      if (attempt === BOOT_ATTEMPTS || hasEnded(child)) throw error;
      await new Promise((resolve) => setTimeout(resolve, BOOT_PAUSE_MS));
    }
  }
}

export async function createTable(client: DynamoDBClient, name: string, shape: TableShape): Promise<void> {
  const keyNames = [shape, ...shape.indexes].flatMap((keys) => [keys.partitionKey, keys.sortKey]);
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...new Set(keyNames)].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
      KeySchema: keySchema(shape),
      // An empty list is an error.
      ...(shape.indexes.length > 0 && {
        GlobalSecondaryIndexes: shape.indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index),
          Projection: { ProjectionType: index.projection },
        })),
      }),
    }),
  );
  if (shape.timeToLiveAttribute === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: shape.timeToLiveAttribute, Enabled: true },
    }),
  );
}

function keySchema(keys: { readonly partitionKey: string; readonly sortKey: string }) {
  return [
    { AttributeName: keys.partitionKey, KeyType: 'HASH' as const },
    { AttributeName: keys.sortKey, KeyType: 'RANGE' as const },
  ];
}

async function startEngine(): Promise<{ endpoint: string; child: ChildProcess | undefined }> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) return { endpoint: given, child: undefined };
  const [port = 0] = await freePorts(1);
  const child = spawn(DYNOXIDE, ['serve', '--port', String(port)], { stdio: 'ignore' });
  // A test that fails before its `afterAll` must not leave a running engine.
  process.once('exit', () => child.kill('SIGKILL'));
  return { endpoint: `http://127.0.0.1:${port}`, child };
}

async function endEngine(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function startOnce(): Promise<TestDynamo | undefined> {
  const { endpoint, child } = await startEngine();
  const client = connect(endpoint, child !== undefined);
  const suffix = randomUUID();
  const controlTable = `control-${suffix}`;
  const customersTable = `customers-${suffix}`;
  const searchTable = `search-${suffix}`;

  async function stop(): Promise<void> {
    if (child) {
      await endEngine(child);
    } else {
      await client.send(new DeleteTableCommand({ TableName: controlTable }));
      await client.send(new DeleteTableCommand({ TableName: customersTable }));
      await client.send(new DeleteTableCommand({ TableName: searchTable }));
    }
    client.destroy();
  }

  try {
    await waitUntilServing(client, child);
    await createTable(client, controlTable, CONTROL_TABLE_SHAPE);
    await createTable(client, customersTable, CUSTOMERS_TABLE_SHAPE);
    await createTable(client, searchTable, SEARCH_TABLE_SHAPE);
  } catch (error) {
    if (!hasEnded(child)) throw error;
  }
  return hasEnded(child) ? undefined : { endpoint, client, controlTable, customersTable, searchTable, stop };
}

/**
 * Starts dynoxide in memory, or uses the engine that `DYNAMODB_ENDPOINT` names, and creates the three tables.
 * Call `stop()` in `afterAll`: it ends the engine, or drops the tables where the engine is not ours.
 */
export async function startTestDynamo(): Promise<TestDynamo> {
  // Another test may take the free port first; then this engine ends at once, and the other one answers.
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const dynamo = await startOnce();
    if (dynamo) return dynamo;
  }
  throw new Error('dynoxide does not start');
}
