import type { Construct } from 'constructs';
import { DispatchEnvSchema } from '../../functions/imports/env.ts';
import { EventFunction } from './event-function.ts';
import type { ImportProps } from './import-resources.ts';
import * as may from './permissions.ts';

/** Reading and writing a few items and one small file; 512 MB is a third of a processor, and it starts in under a second. */
const MEMORY_MEGABYTES = 512;
const TIMEOUT_SECONDS = 60;

/** Adds what starts an import for each upload, and what closes an import whose workflow broke off. */
export function addImportEvents(scope: Construct, { settings, codeOf, kept, workflow }: ImportProps): void {
  const { bucket, controlTable } = kept;
  const dispatcher = {
    settings,
    codeOf,
    schema: DispatchEnvSchema,
    environment: {
      CONTROL_TABLE: controlTable.tableName,
      DATA_BUCKET: bucket.bucketName,
      IMPORT_STATE_MACHINE_ARN: workflow.arn,
    },
    memoryMegabytes: MEMORY_MEGABYTES,
    timeoutSeconds: TIMEOUT_SECONDS,
  };
  const dispatch = [...may.writeAndDeleteControl(controlTable), ...may.startWorkflow(workflow)];

  new EventFunction(scope, 'StartImport', {
    ...dispatcher,
    bundle: 'start-import',
    description: 'Starts an import for each object put under uploads/, or queues it',
    permissions: [...dispatch, ...may.readObjects(bucket, ['uploads']), ...may.writeObjects(bucket, ['imports'])],
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: 'uploads/' }] } },
    },
  });

  new EventFunction(scope, 'ExecutionEnded', {
    ...dispatcher,
    bundle: 'execution-ended',
    description: 'Closes an import whose workflow broke off, and starts the next of its table',
    permissions: dispatch,
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { stateMachineArn: [workflow.arn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    },
  });
}
