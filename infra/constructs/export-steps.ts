import type { Construct } from 'constructs';
import { ExportCoordinatorEnvSchema, ExportShardEnvSchema, ExportStepEnvSchema } from '../../functions/exports/env.ts';
import type { Settings } from '../settings.ts';
import { CONTROL, useControl } from './control-access.ts';
import type { CodeOf } from './crm-function.ts';
import type { StatefulResources } from './import-resources.ts';
import * as may from './permissions.ts';
import { stepAdder } from './steps.ts';

interface ExportStepsProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: StatefulResources;
}

/** Adds one function for each Task state of the export; returns them by the names in the definition. */
export function addExportSteps(scope: Construct, { settings, codeOf, stateful }: ExportStepsProps) {
  const { bucket, controlTable, customersTable } = stateful;
  const { work, exports } = may.OBJECTS;
  const step = { DATA_BUCKET: bucket.bucketName };
  const coordinator = { ...step, CONTROL_TABLE: controlTable.tableName };
  const add = stepAdder(scope, { settings, codeOf, bucket, workflow: 'Export' });
  return {
    PlanExport: add(
      'plan-export',
      'decides what is read',
      ExportCoordinatorEnvSchema,
      coordinator,
      { reads: [work] },
      useControl(controlTable, CONTROL.readExport, CONTROL.readPublishedTable, CONTROL.listImports),
    ),
    ReadExport: add(
      'read-export',
      'writes the rows of one shard',
      ExportShardEnvSchema,
      { ...step, CUSTOMERS_TABLE: customersTable.tableName },
      { reads: [work] },
      may.exportCustomers(customersTable),
    ),
    JoinExport: add('join-export', 'joins the fragments to the file', ExportStepEnvSchema, step, {
      reads: [work],
      writes: [exports],
      finds: [exports],
    }),
    FinishExport: add(
      'finish-export',
      'records the counts',
      ExportCoordinatorEnvSchema,
      coordinator,
      { reads: [work, exports] },
      useControl(controlTable, CONTROL.endExport),
    ),
  };
}
