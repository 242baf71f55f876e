import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { AccountsEnvSchema } from '../../functions/accounts/env.ts';
import { routes as accountRoutes } from '../../functions/accounts/routes.ts';
import { ApiDocsEnvSchema } from '../../functions/api-docs/env.ts';
import { routes as apiDocsRoutes } from '../../functions/api-docs/routes.ts';
import { CampaignsEnvSchema } from '../../functions/campaigns/env.ts';
import { routes as campaignRoutes } from '../../functions/campaigns/routes.ts';
import { CrmTablesEnvSchema } from '../../functions/crm-tables/env.ts';
import { routes as crmTableRoutes } from '../../functions/crm-tables/routes.ts';
import { CustomersApiEnvSchema } from '../../functions/customers/env.ts';
import { routes as customerRoutes } from '../../functions/customers/routes.ts';
import { DefinitionsEnvSchema } from '../../functions/definitions/env.ts';
import { routes as definitionRoutes } from '../../functions/definitions/routes.ts';
import { DocumentsApiEnvSchema } from '../../functions/documents/env.ts';
import { routes as documentRoutes } from '../../functions/documents/routes.ts';
import { ExportsApiEnvSchema } from '../../functions/exports/env.ts';
import { routes as exportRoutes } from '../../functions/exports/routes.ts';
import { FiltersEnvSchema } from '../../functions/filters/env.ts';
import { routes as filterRoutes } from '../../functions/filters/routes.ts';
import { ImportsApiEnvSchema, PreviewApiEnvSchema } from '../../functions/imports/env.ts';
import { routes as previewRoutes } from '../../functions/imports/preview-routes.ts';
import { routes as importRoutes } from '../../functions/imports/routes.ts';
import { MaintenanceApiEnvSchema } from '../../functions/maintenance/env.ts';
import { routes as maintenanceRoutes } from '../../functions/maintenance/routes.ts';
import { PeopleApiEnvSchema, PeopleEnvSchema } from '../../functions/people/env.ts';
import { routes as peopleRoutes } from '../../functions/people/routes.ts';
import { SchedulesEnvSchema } from '../../functions/schedules/env.ts';
import { routes as scheduleRoutes } from '../../functions/schedules/routes.ts';
import { PUBLIC } from '../../functions/shared/http/access.ts';
import { CONTROL, type ControlUses, useControl } from '../constructs/control-access.ts';
import { type CodeOf, CrmFunction, type EnvSchema } from '../constructs/crm-function.ts';
import { addDocumentWorkers } from '../constructs/document-workers.ts';
import { addEntrance, type ConsoleAddress } from '../constructs/entrance.ts';
import type { ApiRoute, ProtectedApi } from '../constructs/http-api.ts';
import type { StatefulResources } from '../constructs/import-resources.ts';
import { addMaintenance } from '../constructs/maintenance.ts';
import * as may from '../constructs/permissions.ts';
import type { ImportSchedules } from '../constructs/schedules.ts';
import { addSignIns } from '../constructs/sign-ins.ts';
import { addValueRemoval } from '../constructs/value-removal.ts';
import type { WorkflowName } from '../constructs/workflow.ts';
import { suppressExecutionFindings } from '../nag-suppressions.ts';
import type { Settings } from '../settings.ts';

interface ApiStackProps extends StackProps {
  readonly settings: Settings;
  readonly codeOf: CodeOf;
  readonly stateful: StatefulResources;
  /** Updates the queue of a CRM table when an import is confirmed, cancelled or resumed. */
  readonly startImport: IFunction;
  readonly schedules: ImportSchedules;
  /** The state machine of exports. */
  readonly exports: WorkflowName;
}

/** A third of a processor answers a request in tens of milliseconds; twice the memory would not halve the time. */
const MEMORY_MEGABYTES = 512;
/** API Gateway times out after 30 seconds. */
const TIMEOUT_SECONDS = 29;

const CUSTOMERS_API: ControlUses = [
  CONTROL.readPublishedTable,
  CONTROL.reserveCustomerIds,
  CONTROL.openSearches,
  CONTROL.readImport,
  // Searches read it; edits count their entries.
  CONTROL.writeSearchHead,
  // A search in all CRM tables that the caller may see.
  CONTROL.listAccounts,
  CONTROL.listTables,
];

const DOCUMENTS_API: ControlUses = [CONTROL.readPublishedTable, CONTROL.readAccount];

const IMPORTS_API: ControlUses = [
  CONTROL.recordImport,
  CONTROL.listImports,
  CONTROL.updateQueue,
  CONTROL.readAccount,
  CONTROL.listAccounts,
  CONTROL.listTables,
  CONTROL.readPublishedTable,
  CONTROL.readDefinition,
];

const PREVIEW_API: ControlUses = [
  CONTROL.readLease,
  CONTROL.readAccount,
  CONTROL.readPublishedTable,
  CONTROL.readDefinition,
];

const SCHEDULES_API: ControlUses = [
  CONTROL.manageSchedules,
  CONTROL.holdDefinition,
  CONTROL.readDefinition,
  CONTROL.readPublishedTable,
  CONTROL.readImport,
  CONTROL.readRuns,
  CONTROL.readExportRuns,
];

/** The HTTP API with one function per domain (two for imports, ADR 32), the sign-in, and the console's address. Its routes are those of the domains' route tables. */
export class ApiStack extends Stack {
  readonly console: ConsoleAddress;
  readonly #common: Pick<ApiStackProps, 'settings' | 'codeOf'>;
  readonly #api: ProtectedApi;
  readonly #controlTable: ITable;

  constructor(
    scope: Construct,
    id: string,
    { settings, codeOf, stateful, startImport, schedules, exports, ...props }: ApiStackProps,
  ) {
    super(scope, id, props);
    this.#common = { settings, codeOf };
    this.#controlTable = stateful.controlTable;
    const { pool, api, console } = addEntrance(this, settings);
    this.#api = api;
    this.console = console;

    const control = {
      CONTROL_TABLE: stateful.controlTable.tableName,
      AUDIT_RETENTION_DAYS: String(settings.auditRetentionDays),
    };
    const files = { DATA_BUCKET: stateful.bucket.bucketName, IMPORT_LIMITS: settings.importLimits };
    const importing = { ...control, ...files, START_IMPORT_FUNCTION_NAME: startImport.functionName };
    const previewing = { ...control, ...files, CUSTOMERS_TABLE: stateful.customersTable.tableName };
    const scheduling = {
      ...control,
      SCHEDULE_GROUP: schedules.groupName,
      START_IMPORT_ARN: startImport.functionArn,
      START_EXPORT_ARN: schedules.startExport.functionArn,
      SCHEDULE_ROLE_ARN: schedules.role.roleArn,
      SCHEDULE_DEAD_LETTERS_ARN: schedules.deadLetterQueue.queueArn,
    };
    // Signed addresses carry these rights: clients write to uploads/ and read from imports/.
    const exchangeFiles = [
      ...may.readObjects(stateful.bucket, [may.OBJECTS.uploads, may.OBJECTS.inbox, may.OBJECTS.results]),
      ...may.receiveUploads(stateful.bucket, [may.OBJECTS.uploads]),
      ...may.flagCancellation(stateful.bucket),
      ...may.invoke(startImport),
    ];
    this.#addDomain('accounts', accountRoutes, AccountsEnvSchema, control, [CONTROL.manageAccounts]);
    this.#addDomain('campaigns', campaignRoutes, CampaignsEnvSchema, control, [
      CONTROL.manageCampaigns,
      CONTROL.readAccount,
      CONTROL.addToAccount,
      CONTROL.requireTableOfAccount,
    ]);
    this.#addDomain('crm-tables', crmTableRoutes, CrmTablesEnvSchema, control, [
      CONTROL.manageTables,
      CONTROL.readAccount,
      CONTROL.addToAccount,
      CONTROL.requireFreeLease,
      CONTROL.requireGeneration,
    ]);
    const { customersTable, searchTable, bucket, documentsBucket } = stateful;
    const desk = {
      ...control,
      CUSTOMERS_TABLE: customersTable.tableName,
      SEARCH_TABLE: searchTable.tableName,
      DATA_BUCKET: bucket.bucketName,
    };
    this.#addDomain('customers', customerRoutes, CustomersApiEnvSchema, desk, CUSTOMERS_API, [
      ...may.editCustomers(customersTable),
      ...may.readSearch(searchTable),
      ...may.addSingles(searchTable),
      ...may.readObjects(bucket, [may.OBJECTS.before]),
    ]);
    addValueRemoval(this, { ...this.#common, customersTable });
    const attaching = {
      ...control,
      CUSTOMERS_TABLE: customersTable.tableName,
      DOCUMENTS_BUCKET: documentsBucket.bucketName,
    };
    this.#addDomain('documents', documentRoutes, DocumentsApiEnvSchema, attaching, DOCUMENTS_API, [
      ...may.editDocuments(customersTable),
      ...may.exchangeDocumentFiles(documentsBucket),
      ...may.removeDocumentFiles(documentsBucket),
    ]);
    addDocumentWorkers(this, { ...this.#common, customersTable, documentsBucket });
    this.#addDomain('definitions', definitionRoutes, DefinitionsEnvSchema, control, [
      CONTROL.manageDefinitions,
      CONTROL.readPublishedTable,
    ]);
    this.#addDomain(
      'filters',
      filterRoutes,
      FiltersEnvSchema,
      { ...control, CUSTOMERS_TABLE: customersTable.tableName },
      [CONTROL.manageFilters, CONTROL.readPublishedTable, CONTROL.listExportDefinitions],
      may.readPages(customersTable),
    );
    this.#addDomain(
      'exports',
      exportRoutes,
      ExportsApiEnvSchema,
      { ...control, DATA_BUCKET: bucket.bucketName, EXPORT_STATE_MACHINE_ARN: exports.arn },
      [CONTROL.manageExports, CONTROL.readFilter, CONTROL.readPublishedTable, CONTROL.listSchedules],
      [
        ...may.readObjects(bucket, [may.OBJECTS.exports]),
        ...may.listObjects(bucket, [may.OBJECTS.work]),
        ...may.flagCancellation(bucket),
        ...may.startWorkflow(exports),
      ],
    );
    suppressExecutionFindings(this, exports.name);
    this.#addDomain('api-docs', apiDocsRoutes, ApiDocsEnvSchema, {}, []);
    this.#addDomain('imports', importRoutes, ImportsApiEnvSchema, importing, IMPORTS_API, exchangeFiles);
    this.#addDomain('imports-preview', previewRoutes, PreviewApiEnvSchema, previewing, PREVIEW_API, [
      ...may.readCustomers(stateful.customersTable),
      ...may.readObjects(stateful.bucket, [may.OBJECTS.uploads, may.OBJECTS.inbox]),
    ]);
    const signIns = addSignIns(this, { ...this.#common, controlTable: stateful.controlTable, pool });
    this.#addDomain(
      'people',
      peopleRoutes,
      PeopleApiEnvSchema,
      { ...control, ...signIns.environment, RECONCILE_SIGN_INS_FUNCTION_NAME: signIns.worker.functionName },
      [CONTROL.readAccount, CONTROL.managePeople, CONTROL.readAudit],
      [...signIns.followUsers, ...may.invoke(signIns.worker)],
    );
    this.#addDomain('schedules', scheduleRoutes, SchedulesEnvSchema, scheduling, SCHEDULES_API, [
      ...schedules.updateSchedules(),
      ...may.invoke(startImport),
      ...may.invoke(schedules.startExport),
    ]);
    const maintenance = addMaintenance(this, { ...this.#common, stateful, schedules });
    this.#addDomain(
      'maintenance',
      maintenanceRoutes,
      MaintenanceApiEnvSchema,
      {
        ...control,
        CUSTOMERS_TABLE: customersTable.tableName,
        WORK_MAINTENANCE_FUNCTION_NAME: maintenance.functionName,
      },
      [CONTROL.orderMaintenance],
      [...may.invoke(maintenance), ...may.findCustomers(customersTable)],
    );
    schedules.suppressFindingsIn(this);
    this.#addSetUp(control);
  }

  /** Gives the first administrator their role. Operators invoke it; nothing else may. */
  #addSetUp(environment: z.input<typeof PeopleEnvSchema>): void {
    const { lambda } = new CrmFunction(this, 'SetUpPeople', {
      ...this.#common,
      bundle: 'set-up-people',
      description: 'Adds the first administrator',
      schema: PeopleEnvSchema,
      environment,
      permissions: useControl(this.#controlTable, CONTROL.addFirstUsers),
      memoryMegabytes: MEMORY_MEGABYTES,
      timeoutSeconds: TIMEOUT_SECONDS,
    });
    new CfnOutput(this, 'SetUpPeopleFunctionName', { value: lambda.functionName });
  }

  #addDomain<Schema extends EnvSchema>(
    domain: string,
    routes: readonly ApiRoute[],
    schema: Schema,
    environment: z.input<Schema>,
    control: ControlUses,
    permissions: readonly PolicyStatement[] = [],
  ): void {
    const keepsAnswers = routes.some(({ idempotency }) => idempotency === 'stored');
    const knowsCallers = routes.some(({ access }) => access !== PUBLIC);
    const { lambda } = new CrmFunction(this, `Api-${domain}`, {
      ...this.#common,
      bundle: `${domain}-api`,
      description: `HTTP API: ${domain}`,
      schema,
      environment,
      permissions: [
        ...useControl(
          this.#controlTable,
          ...control,
          ...(keepsAnswers ? [CONTROL.storeAnswers] : []),
          ...(knowsCallers ? [CONTROL.readRights, CONTROL.audit] : []),
        ),
        ...permissions,
      ],
      memoryMegabytes: MEMORY_MEGABYTES,
      timeoutSeconds: TIMEOUT_SECONDS,
    });
    this.#api.route(domain, lambda, routes);
  }
}
