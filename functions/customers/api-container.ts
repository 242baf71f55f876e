import { S3Client } from '@aws-sdk/client-s3';
import { accountRepository } from '../accounts/index.ts';
import {
  DynamoHighWaterMarks,
  DynamoPublishedTableReader,
  DynamoTableDirectory,
  VersionCache,
} from '../crm-tables/index.ts';
import { importedChanges } from '../imports/index.ts';
import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { deskStores } from './container.ts';
import { openSearches } from './dynamodb/open-searches.ts';
import { CustomersApiEnvSchema } from './env.ts';
import type { CustomerServices } from './routes/common.ts';

/** customers-api. */
export function apiContainer(): CustomerServices {
  const env = CustomersApiEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const table = new ControlTable(client, env.CONTROL_TABLE);
  const versions = new VersionCache();
  const tables = new DynamoPublishedTableReader(client, env.CONTROL_TABLE, versions);
  return {
    ...deskStores({ customers: env.CUSTOMERS_TABLE, search: env.SEARCH_TABLE, control: env.CONTROL_TABLE }, client),
    importedChanges: importedChanges(client, env.CONTROL_TABLE, new S3Client({}), env.DATA_BUCKET),
    tables,
    versions,
    drafts: tables,
    directory: new DynamoTableDirectory(client, env.CONTROL_TABLE, accountRepository(table)),
    highWaterMarks: new DynamoHighWaterMarks(client, env.CONTROL_TABLE),
    openSearches: openSearches(table, systemClock, timeOrderedIds),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(table, systemClock),
  };
}
