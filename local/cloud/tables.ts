import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables, deleteTables } from '../dynamodb/create-tables.ts';
import { startDynamoDb } from '../dynamodb/dynoxide.ts';
import type { TableConfig } from '../template/resources/tables.ts';
import type { Credentials } from './credentials.ts';

interface TablesSettings {
  readonly databaseFile: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** Starts from empty tables. */
  readonly fresh: boolean;
}

/**
 * Starts the DynamoDB engine, or takes the one that DYNAMODB_ENDPOINT names, with the template's tables in it.
 * @returns the address of the engine, which checks nothing
 */
export async function startTables(
  tables: readonly TableConfig[],
  { databaseFile, region, credentials, fresh }: TablesSettings,
  cleanUp: AsyncDisposableStack,
): Promise<string> {
  const external = process.env.DYNAMODB_ENDPOINT || undefined;
  const engine = await startDynamoDb(databaseFile, external);
  cleanUp.defer(() => engine.stop());
  const client = new DynamoDBClient({ endpoint: engine.url, region, credentials });
  try {
    // An engine of somebody else's keeps its tables elsewhere than in the data directory.
    if (fresh && external !== undefined) await deleteTables(client, tables);
    await createTables(client, tables);
  } finally {
    client.destroy();
  }
  return engine.url;
}
