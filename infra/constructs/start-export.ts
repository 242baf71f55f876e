import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { StartExportEnvSchema } from '../../functions/exports/env.ts';
import type { Settings } from '../settings.ts';
import { AsyncFunction } from './async-function.ts';
import { CONTROL, useControl } from './control-access.ts';
import type { CodeOf } from './crm-function.ts';
import type { StatefulResources } from './import-resources.ts';
import * as may from './permissions.ts';
import type { WorkflowName } from './workflow.ts';

interface StartExportProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: Pick<StatefulResources, 'controlTable'>;
  readonly workflow: WorkflowName;
}

const MEMORY_MEGABYTES = 512;
const TIMEOUT_SECONDS = 60;

/** The function that schedules invoke to export. It reads no customer and no file. */
export function addStartExport(
  scope: Construct,
  { settings, codeOf, stateful, workflow }: StartExportProps,
): IFunction {
  const { controlTable } = stateful;
  return new AsyncFunction(scope, 'StartExport', {
    settings,
    codeOf,
    bundle: 'start-export',
    description: 'Starts the exports of schedules',
    schema: StartExportEnvSchema,
    environment: {
      CONTROL_TABLE: controlTable.tableName,
      EXPORT_STATE_MACHINE_ARN: workflow.arn,
      AUDIT_RETENTION_DAYS: String(settings.auditRetentionDays),
    },
    permissions: [
      ...useControl(
        controlTable,
        CONTROL.startExport,
        CONTROL.readFilter,
        CONTROL.readPublishedTable,
        CONTROL.readSchedule,
        CONTROL.readRights,
        CONTROL.audit,
      ),
      ...may.startWorkflow(workflow),
    ],
    memoryMegabytes: MEMORY_MEGABYTES,
    timeoutSeconds: TIMEOUT_SECONDS,
  }).lambda;
}
