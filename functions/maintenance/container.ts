import { LambdaClient } from '@aws-sdk/client-lambda';
import { campaignRepository } from '../campaigns/index.ts';
import { knownCustomers } from '../customers/index.ts';
import { DynamoImportRepository, DynamoTableCounters } from '../imports/index.ts';
import { rightsReader } from '../people/index.ts';
import { scheduleRepository } from '../schedules/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { contentsReader } from './dynamodb/contents-reader.ts';
import { jobRepository } from './dynamodb/job-repository.ts';
import { maintainedTables } from './dynamodb/maintained-tables.ts';
import { tableUses } from './dynamodb/table-uses.ts';
import { MaintenanceApiEnvSchema } from './env.ts';
import { LambdaJobWorker } from './lambda/lambda-job-worker.ts';
import type { MaintenanceServices } from './routes.ts';

/** maintenance-api. */
export function container(): MaintenanceServices {
  const env = MaintenanceApiEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const control = new ControlTable(client, env.CONTROL_TABLE);
  return {
    tables: maintainedTables(control),
    uses: tableUses({
      campaigns: campaignRepository(control),
      schedules: scheduleRepository(control),
      imports: new DynamoImportRepository(client, env.CONTROL_TABLE),
      clock: systemClock,
    }),
    contents: contentsReader(control, new DynamoTableCounters(client, env.CONTROL_TABLE)),
    isKnown: knownCustomers({ client, table: env.CUSTOMERS_TABLE }),
    jobs: jobRepository(control),
    worker: new LambdaJobWorker(new LambdaClient({}), env.WORK_MAINTENANCE_FUNCTION_NAME),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(control, systemClock),
  };
}
