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
 * Starts the DynamoDB engine, or uses the one that DYNAMODB_ENDPOINT names, and creates the template's tables in it.
 * @returns the address of the engine, which checks no signatures
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
    // An external engine stores its tables outside the data directory.
    if (fresh && external !== undefined) await deleteTables(client, tables);
    await createTables(client, tables);
  } finally {
    client.destroy();
  }
  return engine.url;
}
