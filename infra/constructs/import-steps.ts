import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { STEP_MEMORY_MEGABYTES } from '../../functions/imports/domain/limits.ts';
import {
  ChooseRouteEnvSchema,
  CoordinatorEnvSchema,
  CustomersEnvSchema,
  DispatchEnvSchema,
  PlanEnvSchema,
  StepEnvSchema,
} from '../../functions/imports/env.ts';
import { CONTROL, useControl } from './control-access.ts';
import { CrmFunction, type EnvSchema } from './crm-function.ts';
import type { ImportProps } from './import-resources.ts';
import * as may from './permissions.ts';

/** A step's chunk takes at most 3 minutes at a quarter of the measured speed; another minute is for retries in the step. */
const STEP_TIMEOUT_SECONDS = 240;

const { uploads, inbox, results, plan, sorted, work } = may.OBJECTS;
/** The folders of imported files. */
const files = [uploads, inbox];

/** A step's access to objects. In addition each step writes its metering, and most steps their results, under `work/`. */
interface StepObjects {
  readonly reads: readonly may.Objects[];
  readonly writes?: readonly may.Objects[];
  /** Objects whose open multipart uploads the step lists. */
  readonly finds?: readonly may.Objects[];
}

/** Adds one function for each Task state of the import; returns them by the names in the definition. */
export function addImportSteps(scope: Construct, { settings, codeOf, stateful, workflow }: ImportProps) {
  const { bucket, controlTable, customersTable } = stateful;
  const reportStage = useControl(controlTable, CONTROL.reportStage);
  const readCustomers = may.readCustomers(customersTable);
  const writeCustomers = may.writeCustomers(customersTable);

  const step = { DATA_BUCKET: bucket.bucketName };
  const coordinator = { ...step, CONTROL_TABLE: controlTable.tableName };
  const customers = { ...step, CUSTOMERS_TABLE: customersTable.tableName };
  const planner = { ...coordinator, IMPORT_LIMITS: settings.importLimits };
  const chooser = { ...coordinator, ...customers };
  const dispatcher = {
    ...coordinator,
    IMPORT_STATE_MACHINE_ARN: workflow.arn,
    WRITE_STEP_TIMEOUT_SECONDS: String(settings.writeStepTimeoutSeconds),
  };

  function add<Schema extends EnvSchema>(
    name: string,
    description: string,
    schema: Schema,
    environment: z.input<Schema>,
    objects: StepObjects,
    permissions: readonly PolicyStatement[] = [],
    timeoutSeconds = STEP_TIMEOUT_SECONDS,
  ) {
    return new CrmFunction(scope, `Step-${name}`, {
      bundle: `step-${name}`,
      description: `Import step: ${description}`,
      schema,
      environment,
      permissions: [
        ...may.readObjects(bucket, objects.reads),
        ...may.writeObjects(bucket, [...(objects.writes ?? []), work]),
        ...(objects.finds ? may.findUploads(bucket, objects.finds) : []),
        ...permissions,
      ],
      codeOf,
      memoryMegabytes: STEP_MEMORY_MEGABYTES,
      timeoutSeconds,
      settings,
    }).lambda;
  }

  const addWriter = (name: string, description: string, objects: StepObjects) =>
    add(name, description, CustomersEnvSchema, customers, objects, writeCustomers, settings.writeStepTimeoutSeconds);

  return {
    Plan: add(
      'plan',
      'plans the import',
      PlanEnvSchema,
      planner,
      { reads: [plan, ...files], writes: [plan] },
      useControl(
        controlTable,
        CONTROL.readImport,
        CONTROL.reportStage,
        CONTROL.readPublishedTable,
        CONTROL.readDefinition,
      ),
    ),
    Decode: add(
      'decode',
      'turns a file into UTF-8',
      CoordinatorEnvSchema,
      coordinator,
      { reads: [plan, work, ...files] },
      reportStage,
    ),
    Scan: add('scan', 'finds the records of a byte range', StepEnvSchema, step, { reads: [plan, work, ...files] }),
    ResolveScan: add(
      'resolve-scan',
      'joins the ranges',
      CoordinatorEnvSchema,
      coordinator,
      { reads: [plan, work] },
      reportStage,
    ),
    SortRun: add('sort-run', 'sorts one range', StepEnvSchema, step, { reads: [plan, work, ...files] }),
    Cut: add(
      'cut',
      'cuts the sorted order into even parts',
      CoordinatorEnvSchema,
      coordinator,
      { reads: [plan, sorted, work], writes: [sorted], finds: [sorted] },
      reportStage,
    ),
    Merge: add('merge', 'merges one part of all runs', StepEnvSchema, step, { reads: [plan, work], writes: [sorted] }),
    ChooseRoute: add(
      'choose-route',
      'bulk copy or differentiate',
      ChooseRouteEnvSchema,
      chooser,
      { reads: [plan, sorted, work], writes: [sorted] },
      [
        ...useControl(controlTable, CONTROL.reportStage, CONTROL.readLease, CONTROL.reserveCustomerIds),
        ...readCustomers,
      ],
    ),
    BulkCopy: addWriter('bulk-copy', 'fills an empty table', { reads: [plan, sorted, work] }),
    Differentiate: add(
      'differentiate',
      'compares with the table',
      CustomersEnvSchema,
      customers,
      { reads: [plan, sorted, work] },
      readCustomers,
    ),
    PlanWrites: add(
      'plan-writes',
      'splits inserts and updates into chunks',
      CoordinatorEnvSchema,
      coordinator,
      { reads: [plan, work] },
      reportStage,
    ),
    Insert: addWriter('insert', 'writes new customers', { reads: [plan, work] }),
    Update: addWriter('update', 'changes customers', { reads: [plan, work] }),
    PlanFiles: add(
      'plan-files',
      'lists the output files',
      CoordinatorEnvSchema,
      coordinator,
      { reads: [results, work], writes: [results], finds: [results] },
      useControl(controlTable, CONTROL.readImport, CONTROL.reportStage),
    ),
    Assemble: add('assemble', 'assembles one output file', StepEnvSchema, step, {
      // A failure file begins with the header row of the imported file.
      reads: [results, work, ...files],
      writes: [results],
    }),
    Finish: add(
      'finish',
      'records the counts and starts the next import',
      DispatchEnvSchema,
      dispatcher,
      { reads: [results, work], writes: [results] },
      [...useControl(controlTable, CONTROL.dispatch), ...may.startWorkflow(workflow)],
    ),
  };
}
