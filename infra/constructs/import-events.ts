import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CoordinatorEnvSchema, DispatchEnvSchema, StartImportEnvSchema } from '../../functions/imports/env.ts';
import { AsyncFunction } from './async-function.ts';
import { CONTROL, useControl } from './control-access.ts';
import { EventFunction } from './event-function.ts';
import type { ImportProps } from './import-resources.ts';
import * as may from './permissions.ts';

/** Reading and writing a few items and one small file; 512 MB is a third of a processor, and it starts in under a second. */
const MEMORY_MEGABYTES = 512;
const TIMEOUT_SECONDS = 60;
/**
 * A queue behind a draining table waits no longer than this for the end of the drain to be noticed. EventBridge knows no
 * shorter rate. 43,000 short invocations a month cost some five cents.
 */
const BETWEEN_LOOKS = Duration.minutes(1);

/** Adds what starts imports, and what closes an import whose workflow broke off. Answers the function that starts them. */
export function addImportEvents(scope: Construct, { settings, codeOf, kept, workflow }: ImportProps): IFunction {
  const { bucket, controlTable, customersTable } = kept;
  const environment = {
    CONTROL_TABLE: controlTable.tableName,
    DATA_BUCKET: bucket.bucketName,
    IMPORT_STATE_MACHINE_ARN: workflow.arn,
    WRITE_STEP_TIMEOUT_SECONDS: String(settings.writeStepTimeoutSeconds),
  };
  const dispatcher = {
    settings,
    codeOf,
    schema: DispatchEnvSchema,
    environment,
    memoryMegabytes: MEMORY_MEGABYTES,
    timeoutSeconds: TIMEOUT_SECONDS,
  };
  const dispatch = [...may.startWorkflow(workflow), ...may.flagCancellation(bucket)];

  const { lambda: recordFailedStart } = new AsyncFunction(scope, 'RecordFailedStart', {
    ...dispatcher,
    bundle: 'record-failed-start',
    description: 'Records why an import could not be started, once start-import has failed for good',
    schema: CoordinatorEnvSchema,
    environment: { CONTROL_TABLE: environment.CONTROL_TABLE, DATA_BUCKET: environment.DATA_BUCKET },
    permissions: useControl(
      controlTable,
      CONTROL.recordImport,
      CONTROL.listImports,
      CONTROL.nameUpload,
      CONTROL.recordMissedRun,
      CONTROL.readPublishedTable,
    ),
  });

  const { lambda: startImport } = new EventFunction(scope, 'StartImport', {
    ...dispatcher,
    bundle: 'start-import',
    description: 'Starts an import, or queues it: for each object put under uploads/, and for whoever else asks',
    schema: StartImportEnvSchema,
    environment: {
      ...environment,
      CUSTOMERS_TABLE: customersTable.tableName,
      IMPORT_LIMITS: settings.importLimits,
    },
    permissions: [
      ...dispatch,
      ...useControl(
        controlTable,
        CONTROL.dispatch,
        CONTROL.recordImport,
        CONTROL.changeQueue,
        CONTROL.nameUpload,
        CONTROL.recordRun,
        CONTROL.readSchedule,
        CONTROL.readAccount,
        CONTROL.readPublishedTable,
        CONTROL.readDefinition,
      ),
      // The estimate reads a sample of the file and of the table.
      ...may.readObjects(bucket, [may.OBJECTS.uploads, may.OBJECTS.inbox]),
      ...may.listVersions(bucket, [may.OBJECTS.inbox]),
      ...may.readCustomers(customersTable),
      ...may.writeObjects(bucket, [may.OBJECTS.rejected]),
    ],
    onFailure: recordFailedStart,
    trigger: {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: 'uploads/' }] } },
      },
    },
  });

  new EventFunction(scope, 'ExecutionEnded', {
    ...dispatcher,
    bundle: 'execution-ended',
    description: 'Closes an import whose workflow broke off, and has its table drain',
    permissions: [...dispatch, ...useControl(controlTable, CONTROL.dispatch)],
    trigger: {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [workflow.arn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
    },
  });

  new EventFunction(scope, 'WatchQueues', {
    ...dispatcher,
    bundle: 'watch-queues',
    description: 'Starts what waits, ends what only seems to run, and reports a queue that does not move',
    permissions: [
      ...dispatch,
      ...useControl(controlTable, CONTROL.dispatch, CONTROL.watchQueues),
      ...may.listObjects(bucket, [may.OBJECTS.work]),
    ],
    trigger: { schedule: Schedule.rate(BETWEEN_LOOKS) },
  });
  return startImport;
}
