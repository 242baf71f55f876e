import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import type * as z from 'zod';
import { accountRepository } from '../accounts/index.ts';
import { DynamoHighWaterMarks, DynamoPublishedTableReader, DynamoTableDirectory } from '../crm-tables/index.ts';
import { type CustomerTables, createCustomersClient, customersIn } from '../customers/index.ts';
import { definitionReader } from '../definitions/index.ts';
import { featureReader, rightsReader } from '../people/index.ts';
import { DynamoIndexWriter, DynamoSearchHeads } from '../search/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { BACK_OFF, BackOff } from '../shared/dynamodb/back-off.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { Meter } from '../shared/metering/meter.ts';
import { meterDynamo } from '../shared/metering/meter-dynamo.ts';
import { meterS3 } from '../shared/metering/meter-s3.ts';
import { S3ObjectAddresses } from '../shared/object-store/s3-object-addresses.ts';
import { S3ObjectStore } from '../shared/object-store/s3-object-store.ts';
import { log } from '../shared/observability/logger.ts';
import { SfnWorkflow } from '../shared/step-functions/sfn-workflow.ts';
import { DynamoImportRepository } from './dynamodb/import-repository.ts';
import { DynamoScheduleRuns } from './dynamodb/schedule-runs.ts';
import { DynamoTableCounters } from './dynamodb/table-counters.ts';
import * as env from './env.ts';
import { LambdaDispatcher } from './lambda/lambda-dispatcher.ts';
import { S3ClientUploads } from './object-store/s3-client-uploads.ts';
import { S3Inbox } from './object-store/s3-inbox.ts';
import type { EstimatePorts } from './use-cases/cost/estimate-import.ts';
import { dispatchNext } from './use-cases/lifecycle/dispatch-next.ts';

// One function for each kind of Lambda, so that a bundle contains only what its kind uses.

const meteredCustomers = (tables: CustomerTables, meter: Meter) =>
  customersIn(tables, meterDynamo(createCustomersClient(), meter));

/** scan, sort-run, merge, assemble. The meter counts every request of the step's clients. */
export function stepContainer() {
  const { DATA_BUCKET } = env.StepEnvSchema.parse(process.env);
  const { AWS_LAMBDA_FUNCTION_MEMORY_SIZE: memoryMegabytes } = env.RuntimeEnvSchema.parse(process.env);
  const meter = new Meter();
  const store = new S3ObjectStore(meterS3(new S3Client({}), meter), DATA_BUCKET);
  return { store, clock: systemClock, meter, memoryMegabytes };
}

/** resolve-scan, cut, plan-files. */
export function coordinatorContainer() {
  const { CONTROL_TABLE } = env.CoordinatorEnvSchema.parse(process.env);
  const services = stepContainer();
  const control = meterDynamo(createDynamoClient(), services.meter);
  return { ...services, control, imports: new DynamoImportRepository(control, CONTROL_TABLE) };
}

/** plan-writes, cut-index, flip-index: they read or change what the search index consists of. */
export function searchHeadContainer() {
  const { CONTROL_TABLE } = env.CoordinatorEnvSchema.parse(process.env);
  const services = coordinatorContainer();
  return {
    ...services,
    heads: new DynamoSearchHeads(services.control, CONTROL_TABLE),
    counters: new DynamoTableCounters(services.control, CONTROL_TABLE),
  };
}

/** plan-index. */
export function planIndexContainer() {
  const { CONTROL_TABLE, IMPORT_LIMITS } = env.PlanEnvSchema.parse(process.env);
  const services = searchHeadContainer();
  return {
    ...services,
    tables: new DynamoPublishedTableReader(services.control, CONTROL_TABLE),
    limits: IMPORT_LIMITS,
  };
}

/** write-index. */
export function indexWriterContainer() {
  const { SEARCH_TABLE } = env.WriteIndexEnvSchema.parse(process.env);
  const services = stepContainer();
  return { ...services, writer: indexWriter(SEARCH_TABLE, services.meter) };
}

/** clean-index. */
export function cleanIndexContainer() {
  const { SEARCH_TABLE } = env.CleanIndexEnvSchema.parse(process.env);
  const services = searchHeadContainer();
  return { ...services, writer: indexWriter(SEARCH_TABLE, services.meter) };
}

const indexWriter = (table: string, meter: Meter) =>
  new DynamoIndexWriter(meterDynamo(createCustomersClient(), meter), table, new BackOff({ ...BACK_OFF, logger: log }));

export function decodeContainer() {
  return { ...coordinatorContainer(), ids: timeOrderedIds };
}

export function planContainer() {
  const { CONTROL_TABLE, IMPORT_LIMITS } = env.PlanEnvSchema.parse(process.env);
  const services = coordinatorContainer();
  return {
    ...services,
    tables: new DynamoPublishedTableReader(services.control, CONTROL_TABLE),
    definitions: definitionReader(new ControlTable(services.control, CONTROL_TABLE)),
    limits: IMPORT_LIMITS,
  };
}

export function chooseRouteContainer() {
  const { CONTROL_TABLE, CUSTOMERS_TABLE } = env.ChooseRouteEnvSchema.parse(process.env);
  const services = searchHeadContainer();
  return {
    ...services,
    customers: meteredCustomers({ customers: CUSTOMERS_TABLE }, services.meter),
    highWaterMarks: new DynamoHighWaterMarks(services.control, CONTROL_TABLE),
  };
}

/** bulk-copy, differentiate, insert, update, read-index. */
export function customersContainer() {
  const { CUSTOMERS_TABLE: customers, SEARCH_TABLE: search } = env.CustomersEnvSchema.parse(process.env);
  const services = stepContainer();
  return { ...services, customers: meteredCustomers({ customers, search }, services.meter) };
}

/** The ports of `dispatchNext`, without the control table and the bucket. */
const dispatching = (settings: z.output<typeof env.DispatchEnvSchema>) => ({
  workflow: new SfnWorkflow(new SFNClient({}), settings.IMPORT_STATE_MACHINE_ARN),
  writeStepTimeoutSeconds: settings.WRITE_STEP_TIMEOUT_SECONDS,
});

/** finish, execution-ended. */
export function dispatchContainer() {
  return { ...coordinatorContainer(), ...dispatching(env.DispatchEnvSchema.parse(process.env)) };
}

/** watch-queues. */
export function watchContainer() {
  const { CONTROL_TABLE, INDEX_STATE_MACHINE_ARN } = env.WatchEnvSchema.parse(process.env);
  const services = dispatchContainer();
  return {
    ...services,
    heads: new DynamoSearchHeads(services.control, CONTROL_TABLE),
    indexJobs: new SfnWorkflow(new SFNClient({}), INDEX_STATE_MACHINE_ARN),
  };
}

export function estimateContainer(): EstimatePorts {
  const { CONTROL_TABLE, CUSTOMERS_TABLE } = env.EstimateEnvSchema.parse(process.env);
  const services = planContainer();
  return {
    ...services,
    customers: meteredCustomers({ customers: CUSTOMERS_TABLE }, services.meter),
    counters: new DynamoTableCounters(services.control, CONTROL_TABLE),
  };
}

export function startImportContainer() {
  const settings = env.StartImportEnvSchema.parse(process.env);
  const { CONTROL_TABLE, DATA_BUCKET } = settings;
  const services = {
    ...estimateContainer(),
    bucket: DATA_BUCKET,
    inbox: new S3Inbox(new S3Client({}), DATA_BUCKET),
    runs: new DynamoScheduleRuns(createDynamoClient(), CONTROL_TABLE),
    features: featureReader(new ControlTable(createDynamoClient(), CONTROL_TABLE), systemClock),
    imports: new DynamoImportRepository(createDynamoClient(), CONTROL_TABLE),
    accounts: accountRepository(new ControlTable(createDynamoClient(), CONTROL_TABLE)),
    ...dispatching(settings),
  };
  return { ...services, dispatcher: { dispatch: (tablePrefix: string) => dispatchNext(services, tablePrefix) } };
}

/** record-failed-start. */
export function failedStartContainer() {
  const { CONTROL_TABLE, DATA_BUCKET: bucket } = env.CoordinatorEnvSchema.parse(process.env);
  const client = createDynamoClient();
  return {
    imports: new DynamoImportRepository(client, CONTROL_TABLE),
    tables: new DynamoPublishedTableReader(client, CONTROL_TABLE),
    clock: systemClock,
    bucket,
  };
}

/** imports-preview-api. */
export function previewApiContainer() {
  const settings = env.PreviewApiEnvSchema.parse(process.env);
  const { DATA_BUCKET: bucket, CONTROL_TABLE, IMPORT_LIMITS: limits } = settings;
  const client = createDynamoClient();
  const control = new ControlTable(client, CONTROL_TABLE);
  return {
    store: new S3ObjectStore(new S3Client({}), bucket),
    imports: new DynamoImportRepository(client, CONTROL_TABLE),
    tables: new DynamoPublishedTableReader(client, CONTROL_TABLE),
    definitions: definitionReader(control),
    counters: new DynamoTableCounters(client, CONTROL_TABLE),
    customers: customersIn({ customers: settings.CUSTOMERS_TABLE }, client),
    accounts: accountRepository(control),
    rights: rightsReader(control, systemClock),
    audit: new DynamoAuditLog(client, CONTROL_TABLE, settings.AUDIT_RETENTION_DAYS),
    clock: systemClock,
    limits,
    bucket,
  };
}

/** imports-api. */
export function importsApiContainer() {
  const settings = env.ImportsApiEnvSchema.parse(process.env);
  const { DATA_BUCKET: bucket, CONTROL_TABLE, IMPORT_LIMITS: limits } = settings;
  const client = createDynamoClient();
  const control = new ControlTable(client, CONTROL_TABLE);
  // A client that sends a file computes no checksum: it could not use an address or an upload that requires one.
  const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const accounts = accountRepository(control);
  const startImport = new LambdaDispatcher(new LambdaClient({}), settings.START_IMPORT_FUNCTION_NAME);
  return {
    store: new S3ObjectStore(s3, bucket),
    uploads: new S3ClientUploads(s3, bucket),
    addresses: new S3ObjectAddresses(s3, bucket, systemClock),
    imports: new DynamoImportRepository(client, CONTROL_TABLE),
    accounts,
    rights: rightsReader(control, systemClock),
    audit: new DynamoAuditLog(client, CONTROL_TABLE, settings.AUDIT_RETENTION_DAYS),
    directory: new DynamoTableDirectory(client, CONTROL_TABLE, accounts),
    dispatcher: startImport,
    starter: startImport,
    tables: new DynamoPublishedTableReader(client, CONTROL_TABLE),
    definitions: definitionReader(control),
    clock: systemClock,
    ids: timeOrderedIds,
    limits,
    bucket,
  };
}
