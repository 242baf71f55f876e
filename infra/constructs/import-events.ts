import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import {
  CoordinatorEnvSchema,
  DispatchEnvSchema,
  StartImportEnvSchema,
  WatchEnvSchema,
} from '../../functions/imports/env.ts';
import { AsyncFunction } from './async-function.ts';
import { CONTROL, useControl } from './control-access.ts';
import { EventFunction } from './event-function.ts';
import type { ImportProps } from './import-resources.ts';
import * as may from './permissions.ts';

/** The functions read and write a few items and one small file; 512 MB gives a third of a processor and a start in under a second. */
const MEMORY_MEGABYTES = 512;
const TIMEOUT_SECONDS = 60;
/**
 * A queue whose table drains waits at most this long after the end of the drain. It is the shortest rate of EventBridge;
 * 43,000 short invocations a month cost some five cents.
 */
const POLL_INTERVAL = Duration.minutes(1);

/** Adds the functions that start imports, and those that end imports whose workflow broke off. Returns the function start-import. */
export function addImportEvents(
  scope: Construct,
  { settings, codeOf, stateful, workflow, indexJobs }: ImportProps,
): IFunction {
  const { bucket, controlTable, customersTable } = stateful;
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
    description: 'Records why an import could not be started, after the last retry of start-import',
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
    description:
      'Starts or queues an import: for each object created under uploads/, and on request of the API or a schedule',
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
        CONTROL.updateQueue,
        CONTROL.nameUpload,
        CONTROL.recordRun,
        CONTROL.readSchedule,
        CONTROL.readAccount,
        CONTROL.readFeatures,
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
    description: 'Ends an import whose workflow broke off, and starts the drain of its table',
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
    schema: WatchEnvSchema,
    environment: { ...environment, INDEX_STATE_MACHINE_ARN: indexJobs.arn },
    description:
      'Starts waiting imports, ends imports whose workflow is over, reports queues that do not move, and starts the writing of search indexes',
    permissions: [
      ...dispatch,
      ...may.startWorkflow(indexJobs),
      ...useControl(
        controlTable,
        CONTROL.dispatch,
        CONTROL.watchQueues,
        CONTROL.writeSearchHead,
        CONTROL.watchSearchHeads,
      ),
      ...may.listObjects(bucket, [may.OBJECTS.work]),
    ],
    trigger: { schedule: Schedule.rate(POLL_INTERVAL) },
  });
  return startImport;
}
