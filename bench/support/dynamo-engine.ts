import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createCustomersClient } from '../../functions/customers/index.ts';
import {
  CONTROL_TABLE_SHAPE,
  CUSTOMERS_TABLE_SHAPE,
  SEARCH_TABLE_SHAPE,
} from '../../functions/shared/dynamodb/tables.ts';
import { freePorts } from '../../local/cloud/free-ports.ts';
import { createTable, DYNOXIDE, waitUntilServing } from '../../test/support/dynamodb.ts';

export const CUSTOMERS_TABLE = 'customers';
export const CONTROL_TABLE = 'control';
export const SEARCH_TABLE = 'search';

/** A DynamoDB engine on separate database files, with the three tables. */
export interface DynamoEngine {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  /** Stops the engine and deletes its files. */
  stop(): Promise<void>;
  /** Stops the engine and returns its files, from which other engines may start. */
  freeze(): Promise<Snapshot>;
}

/** The files of a stopped engine. */
export interface Snapshot {
  readonly folder: string;
  remove(): void;
}

/** Starts an engine with empty tables, or with a copy of a snapshot. */
export async function startDynamoEngine(from?: Snapshot): Promise<DynamoEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  if (from) cpSync(from.folder, folder, { recursive: true });
  const [port = 0] = await freePorts(1);
  const child = spawn(DYNOXIDE, ['serve', '--port', String(port), '--db-path', join(folder, 'dynamodb.sqlite')], {
    stdio: 'ignore',
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const client = createCustomersClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  await waitUntilServing(client);
  if (!from) {
    await createTable(client, CUSTOMERS_TABLE, CUSTOMERS_TABLE_SHAPE);
    await createTable(client, CONTROL_TABLE, CONTROL_TABLE_SHAPE);
    await createTable(client, SEARCH_TABLE, SEARCH_TABLE_SHAPE);
  }
  const remove = () => rmSync(folder, { recursive: true });
  const end = () => {
    client.destroy();
    return killed(child);
  };
  return {
    endpoint,
    client,
    stop: () => end().then(remove),
    freeze: () => end().then(() => ({ folder, remove })),
  };
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

const WRITES = new Set([
  'BatchExecuteStatementCommand',
  'BatchWriteItemCommand',
  'PutItemCommand',
  'UpdateItemCommand',
]);

/** Counts write requests from this call on. */
export function countWrites(client: DynamoDBClient): () => number {
  let count = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName !== undefined && WRITES.has(commandName)) count += 1;
        return next(args);
      },
    { step: 'initialize' },
  );
  return () => count;
}
