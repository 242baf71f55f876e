import type { Construct } from 'constructs';
import {
  ChooseRouteEnvSchema,
  CleanIndexEnvSchema,
  CoordinatorEnvSchema,
  CustomersEnvSchema,
  DispatchEnvSchema,
  PlanEnvSchema,
  StepEnvSchema,
  WriteIndexEnvSchema,
} from '../../functions/imports/env.ts';
import { CONTROL, useControl } from './control-access.ts';
import type { ImportProps } from './import-resources.ts';
import * as may from './permissions.ts';
import { type StepObjects, stepAdder } from './steps.ts';

const { uploads, inbox, results, plan, sorted, work } = may.OBJECTS;
/** The folders of imported files. */
const files = [uploads, inbox];

/** Adds one function for each Task state of the import; returns them by the names in the definition. */
export function addImportSteps(scope: Construct, { settings, codeOf, stateful, workflow }: ImportProps) {
  const { bucket, controlTable, customersTable, searchTable } = stateful;
  const reportStage = useControl(controlTable, CONTROL.reportStage);
  const readCustomers = may.readCustomers(customersTable);
  const writeCustomers = [...may.writeCustomers(customersTable), ...may.addSingles(searchTable)];

  const step = { DATA_BUCKET: bucket.bucketName };
  const coordinator = { ...step, CONTROL_TABLE: controlTable.tableName };
  const customers = { ...step, CUSTOMERS_TABLE: customersTable.tableName, SEARCH_TABLE: searchTable.tableName };
  const indexing = { SEARCH_TABLE: searchTable.tableName };
  const planner = { ...coordinator, IMPORT_LIMITS: settings.importLimits };
  const chooser = { ...coordinator, CUSTOMERS_TABLE: customersTable.tableName };
  const dispatcher = {
    ...coordinator,
    IMPORT_STATE_MACHINE_ARN: workflow.arn,
    WRITE_STEP_TIMEOUT_SECONDS: String(settings.writeStepTimeoutSeconds),
  };

  const add = stepAdder(scope, { settings, codeOf, bucket, workflow: 'Import' });
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
        ...useControl(
          controlTable,
          CONTROL.reportStage,
          CONTROL.readLease,
          CONTROL.reserveCustomerIds,
          CONTROL.writeSearchHead,
        ),
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
      // The lease's partition also has the counters of the table.
      useControl(controlTable, CONTROL.reportStage, CONTROL.readLease, CONTROL.writeSearchHead),
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
    PlanIndex: add(
      'plan-index',
      'begins a generation of the search index',
      PlanEnvSchema,
      planner,
      { reads: [work] },
      useControl(
        controlTable,
        CONTROL.reportStage,
        CONTROL.readLease,
        CONTROL.readPublishedTable,
        CONTROL.writeSearchHead,
      ),
    ),
    ReadIndex: add(
      'read-index',
      'sorts the search entries of one shard',
      CustomersEnvSchema,
      customers,
      { reads: [work] },
      readCustomers,
    ),
    CutIndex: add(
      'cut-index',
      'cuts the search entries into even parts',
      CoordinatorEnvSchema,
      coordinator,
      { reads: [work] },
      useControl(controlTable, CONTROL.reportStage, CONTROL.writeSearchHead),
    ),
    WriteIndex: add(
      'write-index',
      'writes one part of a generation',
      WriteIndexEnvSchema,
      { ...step, ...indexing },
      { reads: [work] },
      may.writeBlocks(searchTable),
    ),
    FlipIndex: add(
      'flip-index',
      'makes a generation the live one',
      CoordinatorEnvSchema,
      coordinator,
      { reads: [work] },
      useControl(controlTable, CONTROL.writeSearchHead),
    ),
    CleanIndex: add(
      'clean-index',
      'deletes older items of the search index',
      CleanIndexEnvSchema,
      { ...coordinator, ...indexing },
      { reads: [work] },
      [...useControl(controlTable, CONTROL.writeSearchHead), ...may.cleanIndex(searchTable)],
    ),
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
