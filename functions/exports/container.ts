import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoPublishedTableReader, VersionCache } from '../crm-tables/index.ts';
import { filterRepository } from '../filters/index.ts';
import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { S3ObjectAddresses } from '../shared/object-store/s3-object-addresses.ts';
import { S3ObjectStore } from '../shared/object-store/s3-object-store.ts';
import { SfnWorkflow } from '../shared/step-functions/sfn-workflow.ts';
import { exportDefinitionRepository, exportRepository } from './dynamodb/export-repository.ts';
import { exportRuns } from './dynamodb/export-runs.ts';
import { scheduleUses } from './dynamodb/schedule-uses.ts';
import { ExportsApiEnvSchema, StartExportEnvSchema } from './env.ts';
import type { ExportServices } from './routes.ts';
import type { ScheduledExportPorts } from './use-cases/start-scheduled-export.ts';

export function container(): ExportServices {
  const env = ExportsApiEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const table = new ControlTable(client, env.CONTROL_TABLE);
  const s3 = new S3Client({});
  return {
    exports: exportRepository(table),
    exportDefinitions: exportDefinitionRepository(table),
    filters: filterRepository(table),
    scheduleUses: scheduleUses(table),
    tables: new DynamoPublishedTableReader(client, env.CONTROL_TABLE, new VersionCache()),
    store: new S3ObjectStore(s3, env.DATA_BUCKET),
    addresses: new S3ObjectAddresses(s3, env.DATA_BUCKET, systemClock),
    workflow: new SfnWorkflow(new SFNClient({}), env.EXPORT_STATE_MACHINE_ARN),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(table, systemClock),
  };
}

/** Of start-export, which schedules invoke. */
export function startExportContainer(): ScheduledExportPorts {
  const env = StartExportEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const table = new ControlTable(client, env.CONTROL_TABLE);
  return {
    exports: exportRepository(table),
    exportDefinitions: exportDefinitionRepository(table),
    exportRuns: exportRuns(table),
    filters: filterRepository(table),
    scheduleUses: scheduleUses(table),
    tables: new DynamoPublishedTableReader(client, env.CONTROL_TABLE, new VersionCache()),
    workflow: new SfnWorkflow(new SFNClient({}), env.EXPORT_STATE_MACHINE_ARN),
    clock: systemClock,
    ids: timeOrderedIds,
    rights: rightsReader(table, systemClock),
    auditRetentionDays: env.AUDIT_RETENTION_DAYS,
  };
}
