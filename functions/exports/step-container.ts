import { S3Client } from '@aws-sdk/client-s3';
import { DynamoPublishedTableReader } from '../crm-tables/index.ts';
import { createCustomersClient, customerPages } from '../customers/index.ts';
import { importsSince } from '../imports/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { Meter } from '../shared/metering/meter.ts';
import { meterDynamo } from '../shared/metering/meter-dynamo.ts';
import { meterS3 } from '../shared/metering/meter-s3.ts';
import { S3ObjectStore } from '../shared/object-store/s3-object-store.ts';
import { exportRepository } from './dynamodb/export-repository.ts';
import * as env from './env.ts';

/** join-export. */
export function stepContainer() {
  const { DATA_BUCKET } = env.ExportStepEnvSchema.parse(process.env);
  const { AWS_LAMBDA_FUNCTION_MEMORY_SIZE: memoryMegabytes } = env.ExportRuntimeEnvSchema.parse(process.env);
  const meter = new Meter();
  return {
    store: new S3ObjectStore(meterS3(new S3Client({}), meter), DATA_BUCKET),
    clock: systemClock,
    meter,
    memoryMegabytes,
  };
}

/** plan-export, finish-export. */
export function coordinatorContainer() {
  const { CONTROL_TABLE } = env.ExportCoordinatorEnvSchema.parse(process.env);
  const services = stepContainer();
  const client = meterDynamo(createDynamoClient(), services.meter);
  return {
    ...services,
    exports: exportRepository(new ControlTable(client, CONTROL_TABLE)),
    tables: new DynamoPublishedTableReader(client, CONTROL_TABLE),
    importsSince: (tablePrefix: string, since: string) => importsSince(client, CONTROL_TABLE, tablePrefix, since),
  };
}

/** read-export. */
export function shardContainer() {
  const { CUSTOMERS_TABLE } = env.ExportShardEnvSchema.parse(process.env);
  const services = stepContainer();
  return { ...services, pages: customerPages(CUSTOMERS_TABLE, meterDynamo(createCustomersClient(), services.meter)) };
}
