import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient } from '@aws-sdk/client-sfn';
import { campaignRepository } from '../campaigns/index.ts';
import { tableRemoval } from '../crm-tables/index.ts';
import { customerRemoval } from '../customers/index.ts';
import { definitionRemoval } from '../definitions/index.ts';
import { documentRemoval, documentTableRemoval, personDocuments } from '../documents/index.ts';
import { exportFileRemoval, exportRemoval } from '../exports/index.ts';
import { filterRemoval } from '../filters/index.ts';
import {
  DynamoImportRepository,
  fileRemoval,
  importRemoval,
  queueRemoval,
  removeRunsOf,
  workRemoval,
} from '../imports/index.ts';
import { scheduleRemoval, scheduleRepository, timerRemover } from '../schedules/index.ts';
import { DynamoSearchHeads, headRemoval, indexRemoval } from '../search/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import type { Removal } from '../shared/domain/removal.ts';
import { BACK_OFF, BackOff } from '../shared/dynamodb/back-off.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { log } from '../shared/observability/logger.ts';
import { SfnWorkflow } from '../shared/step-functions/sfn-workflow.ts';
import { erasureOf, indexRewrite } from './dynamodb/erasure-adapters.ts';
import { indexJobs } from './dynamodb/index-jobs.ts';
import { jobRepository } from './dynamodb/job-repository.ts';
import { maintainedTables } from './dynamodb/maintained-tables.ts';
import { tableUses } from './dynamodb/table-uses.ts';
import { WorkMaintenanceEnvSchema } from './env.ts';
import { S3PersonFiles } from './object-store/s3-person-files.ts';
import type { MaintenancePorts } from './use-cases/work-through-jobs.ts';

/** What the removals work with. */
export interface RemovalClients {
  readonly client: ReturnType<typeof createDynamoClient>;
  readonly controlTable: string;
  readonly customersTable: string;
  readonly searchTable: string;
  readonly s3: S3Client;
  readonly dataBucket: string;
  readonly documents: ReturnType<typeof documentRemoval>;
  readonly backOff: BackOff;
  readonly scheduler: { remove(name: string): Promise<void> };
}

/**
 * What belongs to a CRM table, context by context, in the order of its removal. First goes what could begin something,
 * last what is needed to find the rest. A context that stores something of a CRM table adds its removal here.
 */
export function removalsOf(clients: RemovalClients): readonly Removal[] {
  const { client, s3, dataBucket, backOff, scheduler } = clients;
  const control = { client, table: clients.controlTable, backOff };
  const customers = { client, table: clients.customersTable, backOff };
  const search = { client, table: clients.searchTable, backOff };
  return [
    scheduleRemoval(control, scheduler, (scheduleId) => removeRunsOf(control, scheduleId)),
    importRemoval(control),
    definitionRemoval(control),
    filterRemoval(control),
    exportRemoval(control),
    documentTableRemoval(clients.documents),
    customerRemoval(customers),
    indexRemoval(search, new DynamoSearchHeads(client, clients.controlTable)),
    fileRemoval(s3, dataBucket),
    exportFileRemoval(s3, dataBucket),
    headRemoval(control),
    queueRemoval(control),
    tableRemoval(control),
  ];
}

/** work-maintenance. */
export function workerContainer(): MaintenancePorts {
  const env = WorkMaintenanceEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const control = new ControlTable(client, env.CONTROL_TABLE);
  const s3 = new S3Client({});
  const backOff = new BackOff({ ...BACK_OFF, logger: log });
  return {
    tables: maintainedTables(control),
    uses: tableUses({
      campaigns: campaignRepository(control),
      schedules: scheduleRepository(control),
      imports: new DynamoImportRepository(client, env.CONTROL_TABLE),
      clock: systemClock,
    }),
    customer: erasureOf({ client, table: env.CUSTOMERS_TABLE, backOff }, { client, table: env.SEARCH_TABLE, backOff }),
    documents: personDocuments(documentRemoval(client, env.CUSTOMERS_TABLE, s3, env.DOCUMENTS_BUCKET)),
    files: new S3PersonFiles(s3, env.DATA_BUCKET),
    index: indexRewrite(control, new DynamoSearchHeads(client, env.CONTROL_TABLE)),
    workingFiles: workRemoval(s3, env.DATA_BUCKET),
    exportFiles: exportFileRemoval(s3, env.DATA_BUCKET),
    indexJobs: indexJobs(
      new DynamoSearchHeads(client, env.CONTROL_TABLE),
      new SfnWorkflow(new SFNClient({}), env.INDEX_STATE_MACHINE_ARN),
    ),
    removals: removalsOf({
      client,
      controlTable: env.CONTROL_TABLE,
      customersTable: env.CUSTOMERS_TABLE,
      searchTable: env.SEARCH_TABLE,
      s3,
      documents: documentRemoval(client, env.CUSTOMERS_TABLE, s3, env.DOCUMENTS_BUCKET),
      dataBucket: env.DATA_BUCKET,
      backOff,
      scheduler: timerRemover(new SchedulerClient({}), env.SCHEDULE_GROUP),
    }),
    jobs: jobRepository(control),
    clock: systemClock,
  };
}
