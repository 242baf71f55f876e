import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { WorkMaintenanceEnvSchema } from '../../functions/maintenance/env.ts';
import { suppressExecutionFindings } from '../nag-suppressions.ts';
import type { Settings } from '../settings.ts';
import { CONTROL, useControl } from './control-access.ts';
import type { CodeOf } from './crm-function.ts';
import { EventFunction } from './event-function.ts';
import type { StatefulResources } from './import-resources.ts';
import * as may from './permissions.ts';
import type { ImportSchedules } from './schedules.ts';
import { nameWorkflow } from './workflow.ts';

interface MaintenanceProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: StatefulResources;
  readonly schedules: ImportSchedules;
}

const MEMORY_MEGABYTES = 1_024;
/** A run of the worker; the next one goes on a minute later at most. */
const TIMEOUT_SECONDS = 300;
const INTERVAL = Duration.minutes(1);

/** The worker of maintenance jobs. It alone may delete the items of all contexts that belong to a CRM table, and none of the audit. */
export function addMaintenance(
  scope: Construct,
  { settings, codeOf, stateful, schedules }: MaintenanceProps,
): IFunction {
  const { controlTable, customersTable, searchTable, bucket, documentsBucket } = stateful;
  const indexJobs = nameWorkflow(scope, settings, 'search-index');
  const { uploads, inbox, results, work, exports } = may.OBJECTS;
  suppressExecutionFindings(scope, indexJobs.name);
  const { lambda } = new EventFunction(scope, 'WorkMaintenance', {
    settings,
    codeOf,
    bundle: 'work-maintenance',
    description: 'Works on maintenance jobs: deletes CRM tables, and erases customers',
    schema: WorkMaintenanceEnvSchema,
    environment: {
      CONTROL_TABLE: controlTable.tableName,
      CUSTOMERS_TABLE: customersTable.tableName,
      SEARCH_TABLE: searchTable.tableName,
      DATA_BUCKET: bucket.bucketName,
      DOCUMENTS_BUCKET: documentsBucket.bucketName,
      SCHEDULE_GROUP: schedules.groupName,
      INDEX_STATE_MACHINE_ARN: indexJobs.arn,
    },
    permissions: [
      ...useControl(controlTable, CONTROL.workOnMaintenance),
      ...may.removeItems(customersTable),
      ...may.eraseCustomers(customersTable),
      ...may.removeItems(searchTable),
      // The files of imports are searched for a person, and their results written again without the person's records.
      ...may.readObjects(bucket, [uploads, inbox, results]),
      ...may.writeObjects(bucket, [results]),
      ...may.removeVersions(bucket, [uploads, inbox, results, work, exports]),
      ...may.removeDocuments(customersTable),
      ...may.removeDocumentFiles(documentsBucket),
      ...schedules.removeSchedules(),
      new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [indexJobs.executionsArn] }),
    ],
    memoryMegabytes: MEMORY_MEGABYTES,
    timeoutSeconds: TIMEOUT_SECONDS,
    trigger: { schedule: Schedule.rate(INTERVAL) },
  });
  return lambda;
}
