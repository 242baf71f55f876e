import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { S3ObjectStore } from '../shared/object-store/s3-object-store.ts';
import { DynamoImportRepository } from './dynamodb/import-repository.ts';
import { type ChangePorts, type ImportedChange, readChange } from './use-cases/changes/read-change.ts';

/** Reads what imports changed on single customers, for the customers' history. */
export interface ImportedChanges {
  /** When the import started; undefined if the CRM table has no such import, or it has not started. */
  startOf(tablePrefix: string, importId: string): Promise<string | undefined>;
  find(tablePrefix: string, importId: string, customerId: string): Promise<ImportedChange | undefined>;
}

export function importedChanges(
  client: DynamoDBClient,
  controlTable: string,
  s3: S3Client,
  bucket: string,
): ImportedChanges {
  const imports = new DynamoImportRepository(client, controlTable);
  return importedChangesOf({ imports, store: new S3ObjectStore(s3, bucket) });
}

export function importedChangesOf(ports: ChangePorts): ImportedChanges {
  return {
    startOf: async (tablePrefix, importId) => {
      const found = await ports.imports.find(importId);
      return found?.prefix === tablePrefix ? found.startedAt : undefined;
    },
    find: (tablePrefix, importId, customerId) => readChange(ports, tablePrefix, importId, customerId),
  };
}
