import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { STEP_MEMORY_MEGABYTES } from '../../functions/imports/domain/limits.ts';
import {
  ChoosePathEnvSchema,
  CoordinatorEnvSchema,
  CustomersEnvSchema,
  DispatchEnvSchema,
  PlanEnvSchema,
  StepEnvSchema,
} from '../../functions/imports/env.ts';
import { CrmFunction, type EnvSchema } from './crm-function.ts';
import type { ImportProps } from './import-resources.ts';
import * as may from './permissions.ts';

/** A step's chunk takes at most 3 minutes at a quarter of the measured speed; a minute is left for retries inside it. */
const STEP_TIMEOUT_SECONDS = 240;

/** Adds one function for each Task state of the import, and answers them under the names that the definition gives them. */
export function addImportSteps(scope: Construct, { settings, codeOf, kept, workflow }: ImportProps) {
  const { bucket, controlTable, customersTable } = kept;
  const objects = [
    ...may.readObjects(bucket, ['uploads', 'inbox', 'imports', 'work']),
    ...may.writeObjects(bucket, ['imports', 'work']),
  ];
  const writeControl = may.writeControl(controlTable);
  const readCustomers = may.readCustomers(customersTable);
  const writeCustomers = may.writeCustomers(customersTable);

  const step = { DATA_BUCKET: bucket.bucketName };
  const coordinator = { ...step, CONTROL_TABLE: controlTable.tableName };
  const customers = { ...step, CUSTOMERS_TABLE: customersTable.tableName };
  const planner = { ...coordinator, IMPORT_LIMITS: settings.importLimits };
  const chooser = { ...coordinator, ...customers };
  const dispatcher = { ...coordinator, IMPORT_STATE_MACHINE_ARN: workflow.arn };

  function add<Schema extends EnvSchema>(
    name: string,
    description: string,
    schema: Schema,
    environment: z.input<Schema>,
    permissions: readonly PolicyStatement[] = [],
  ) {
    return new CrmFunction(scope, `Step-${name}`, {
      bundle: `step-${name}`,
      description: `Import step: ${description}`,
      schema,
      environment,
      permissions: [...objects, ...permissions],
      codeOf,
      memoryMegabytes: STEP_MEMORY_MEGABYTES,
      timeoutSeconds: STEP_TIMEOUT_SECONDS,
      settings,
    }).lambda;
  }

  return {
    Plan: add('plan', 'settles what will be done', PlanEnvSchema, planner, writeControl),
    Decode: add('decode', 'turns a file into UTF-8', CoordinatorEnvSchema, coordinator, writeControl),
    Scan: add('scan', 'finds the records of a byte range', StepEnvSchema, step),
    ResolveScan: add('resolve-scan', 'joins the ranges', CoordinatorEnvSchema, coordinator, writeControl),
    SortRun: add('sort-run', 'sorts one range', StepEnvSchema, step),
    Cut: add('cut', 'cuts the sorted order into even parts', CoordinatorEnvSchema, coordinator, writeControl),
    Merge: add('merge', 'merges one part of all runs', StepEnvSchema, step),
    ChoosePath: add('choose-path', 'bulk copy or differentiate', ChoosePathEnvSchema, chooser, [
      ...writeControl,
      ...readCustomers,
    ]),
    BulkCopy: add('bulk-copy', 'fills an empty table', CustomersEnvSchema, customers, writeCustomers),
    Differentiate: add('differentiate', 'compares with the table', CustomersEnvSchema, customers, readCustomers),
    PlanWrites: add('plan-writes', 'cuts inserts and updates', CoordinatorEnvSchema, coordinator, writeControl),
    Insert: add('insert', 'writes new customers', CustomersEnvSchema, customers, writeCustomers),
    Update: add('update', 'changes customers', CustomersEnvSchema, customers, writeCustomers),
    PlanFiles: add('plan-files', 'lists the files to leave', CoordinatorEnvSchema, coordinator, writeControl),
    Assemble: add('assemble', 'puts one file together', StepEnvSchema, step),
    Finish: add('finish', 'counts, reports and starts the next import', DispatchEnvSchema, dispatcher, [
      ...may.writeAndDeleteControl(controlTable),
      ...may.startWorkflow(workflow),
    ]),
  };
}
