import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ImportedChanges } from '../customers/index.ts';
import { S3ObjectStore } from '../shared/object-store/s3-object-store.ts';
import { DynamoImportRepository } from './dynamodb/import-repository.ts';
import { type ChangePorts, readChange } from './use-cases/changes/read-change.ts';

/** What imports changed on single customers, for the API of customers. */
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
