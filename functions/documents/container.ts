import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { accountRepository } from '../accounts/index.ts';
import { DynamoPublishedTableReader, VersionCache } from '../crm-tables/index.ts';
import { customerAccess } from '../customers/index.ts';
import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { documentRemovals } from './dynamodb/document-removals.ts';
import { documentStore } from './dynamodb/document-store.ts';
import { scanStates } from './dynamodb/scan-states.ts';
import { DocumentFilesEnvSchema, DocumentsApiEnvSchema } from './env.ts';
import { s3DocumentFiles } from './object-store/s3-document-files.ts';
import type { RemovalPorts, ScanStates } from './ports.ts';
import type { DocumentServices } from './routes.ts';

/** The addresses must not have checksums of the client's own. */
const createS3 = () => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

/** Documents and their removal in a table and a bucket. */
export function documentStores(client: DynamoDBClient, customersTable: string) {
  const { records, events } = customerAccess(client, customersTable);
  return {
    records,
    store: documentStore(client, customersTable, events),
    removals: documentRemovals(client, customersTable),
  };
}

/** documents-api. */
export function apiContainer(): DocumentServices {
  const env = DocumentsApiEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const table = new ControlTable(client, env.CONTROL_TABLE);
  return {
    ...documentStores(client, env.CUSTOMERS_TABLE),
    files: s3DocumentFiles(createS3(), env.DOCUMENTS_BUCKET, systemClock),
    tables: new DynamoPublishedTableReader(client, env.CONTROL_TABLE, new VersionCache()),
    accounts: accountRepository(table),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(table, systemClock),
  };
}

/** The removal of documents, also for other contexts. @param bucket that of documents */
export function documentRemoval(
  client: DynamoDBClient,
  customersTable: string,
  s3: S3Client,
  bucket: string,
): RemovalPorts {
  return {
    removals: documentRemovals(client, customersTable),
    files: s3DocumentFiles(s3, bucket, systemClock),
    clock: systemClock,
  };
}

/** remove-documents. */
export function removalContainer(): RemovalPorts {
  const env = DocumentFilesEnvSchema.parse(process.env);
  return documentRemoval(createDynamoClient(), env.CUSTOMERS_TABLE, createS3(), env.DOCUMENTS_BUCKET);
}

/** record-scan. */
export function scanContainer(): { readonly states: ScanStates; readonly bucket: string } {
  const env = DocumentFilesEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const { events } = customerAccess(client, env.CUSTOMERS_TABLE);
  return { states: scanStates(client, env.CUSTOMERS_TABLE, events), bucket: env.DOCUMENTS_BUCKET };
}
