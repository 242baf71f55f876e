import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import type { TableConfig } from '../template/resources/tables.ts';

const TABLE_READY_SECONDS = 30;

/** Creates the missing tables. @throws Error if an existing table has other keys or indexes */
export async function createTables(client: DynamoDBClient, tables: readonly TableConfig[]): Promise<void> {
  await Promise.all(tables.map((table) => createTable(client, table)));
}

export async function deleteTables(client: DynamoDBClient, tables: readonly TableConfig[]): Promise<void> {
  for (const { TableName } of tables) {
    try {
      await client.send(new DeleteTableCommand({ TableName }));
      await waitUntilTableNotExists({ client, maxWaitTime: TABLE_READY_SECONDS, minDelay: 1 }, { TableName });
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }
}

async function createTable(client: DynamoDBClient, table: TableConfig): Promise<void> {
  if (await exists(client, table)) return;
  try {
    await client.send(
      new CreateTableCommand({ TableName: table.TableName, BillingMode: 'PAY_PER_REQUEST', ...table.definition }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: TABLE_READY_SECONDS, minDelay: 1 }, { TableName: table.TableName });
  if (table.timeToLive === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({ TableName: table.TableName, TimeToLiveSpecification: table.timeToLive }),
  );
}

async function exists(client: DynamoDBClient, { TableName, definition }: TableConfig): Promise<boolean> {
  try {
    const { Table: table } = await client.send(new DescribeTableCommand({ TableName }));
    const indexNames = (indexes: readonly { IndexName?: string | undefined }[] = []) =>
      indexes.map(({ IndexName }) => IndexName).sort();
    const there = [keyNames(table?.KeySchema), indexNames(table?.GlobalSecondaryIndexes)];
    const wanted = [keyNames(definition.KeySchema), indexNames(definition.GlobalSecondaryIndexes)];
    if (JSON.stringify(there) === JSON.stringify(wanted)) return true;
    throw new Error(
      `Table ${TableName} has other keys or indexes than the template. Start with --fresh to create it again; that deletes its data.`,
    );
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}

function keyNames(keys: readonly { AttributeName?: string | undefined }[] = []) {
  return keys.map(({ AttributeName }) => AttributeName);
}
