import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { routes as accountRoutes } from '../../functions/accounts/routes.ts';
import { container as apiDocsContainer } from '../../functions/api-docs/container.ts';
import { routes as apiDocsRoutes } from '../../functions/api-docs/routes.ts';
import { campaignRepository } from '../../functions/campaigns/dynamodb/campaign-repository.ts';
import { routes as campaignRoutes } from '../../functions/campaigns/routes.ts';
import { crmTableRepository } from '../../functions/crm-tables/dynamodb/crm-table-repository.ts';
import {
  DynamoHighWaterMarks,
  DynamoPublishedTableReader,
  DynamoTableDirectory,
  VersionCache,
} from '../../functions/crm-tables/index.ts';
import { routes as crmTableRoutes } from '../../functions/crm-tables/routes.ts';
import { deskStores } from '../../functions/customers/container.ts';
import { openSearches } from '../../functions/customers/dynamodb/open-searches.ts';
import { customerPages, customersIn } from '../../functions/customers/index.ts';
import { routes as customerRoutes } from '../../functions/customers/routes.ts';
import { definitionRepository } from '../../functions/definitions/dynamodb/definition-repository.ts';
import { definitionReader } from '../../functions/definitions/index.ts';
import { routes as definitionRoutes } from '../../functions/definitions/routes.ts';
import { documentStores } from '../../functions/documents/container.ts';
import type { DocumentFiles } from '../../functions/documents/ports.ts';
import { routes as documentRoutes } from '../../functions/documents/routes.ts';
import { exportDefinitionRepository, exportRepository } from '../../functions/exports/dynamodb/export-repository.ts';
import { exportRuns } from '../../functions/exports/dynamodb/export-runs.ts';
import { scheduleUses } from '../../functions/exports/dynamodb/schedule-uses.ts';
import { routes as exportRoutes } from '../../functions/exports/routes.ts';
import { filterRepository } from '../../functions/filters/dynamodb/filter-repository.ts';
import { filterUses } from '../../functions/filters/dynamodb/filter-uses.ts';
import { routes as filterRoutes } from '../../functions/filters/routes.ts';
import { importIdOf } from '../../functions/imports/domain/import-id.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { indexJobId } from '../../functions/imports/domain/search-index/index-job.ts';
import { DynamoImportRepository } from '../../functions/imports/dynamodb/import-repository.ts';
import { DynamoTableCounters } from '../../functions/imports/dynamodb/table-counters.ts';
import { importedChangesOf } from '../../functions/imports/imported-changes.ts';
import { DynamoScheduleRuns, importsSince } from '../../functions/imports/index.ts';
import { routes as previewRoutes } from '../../functions/imports/preview-routes.ts';
import { routes as importRoutes } from '../../functions/imports/routes.ts';
import { dispatchNext } from '../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { handleStartEvent } from '../../functions/imports/use-cases/uploads/handle-start-event.ts';
import { startImport } from '../../functions/imports/use-cases/uploads/start-import.ts';
import { routes as maintenanceRoutes } from '../../functions/maintenance/routes.ts';
import { routes as peopleRoutes } from '../../functions/people/routes.ts';
import { scheduleRepository } from '../../functions/schedules/dynamodb/schedule-repository.ts';
import { routes as scheduleRoutes } from '../../functions/schedules/routes.ts';
import { DynamoIndexWriter, DynamoSearchHeads } from '../../functions/search/index.ts';
import { systemClock } from '../../functions/shared/domain/clock.ts';
import { BACK_OFF, BackOff } from '../../functions/shared/dynamodb/back-off.ts';
import { ControlTable } from '../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../../functions/shared/dynamodb/dynamo-audit-log.ts';
import { createApi } from '../../functions/shared/http/create-api.ts';
import { log } from '../../functions/shared/observability/logger.ts';
import { FakeRunStarter, FakeScheduler } from '../unit/schedules/in-memory-schedules.ts';
import { accountPortsOn } from './account-ports.ts';
import type { TestDynamo } from './dynamodb.ts';
import { FakeAddresses } from './fake-addresses.ts';
import { FakeDirectory } from './fake-directory.ts';
import { FakeDocumentFiles } from './fake-document-files.ts';
import { StartedWorkflows } from './import-world-memory.ts';
import { maintenancePortsOn } from './maintenance-ports.ts';
import { MemoryObjectStore } from './memory-object-store.ts';
import { peoplePortsOn } from './people-ports.ts';
import { TESTERS } from './rights.ts';
import { runIndexDefinition } from './run-definition.ts';
import { callIndexStep, runWorkflow } from './run-workflow.ts';
import { StartedExports } from './started-exports.ts';

const STARTED_AT = '2026-11-22T11:02:25.000Z';
const TIME_DIGITS = 12;
const COUNT_DIGITS = 16;

/** A clock that a test sets, and ids in their order: two runs of the same requests have the same answers. */
function repeatable() {
  let now = new Date(STARTED_AT);
  let count = 0;
  return {
    clock: { now: () => now },
    ids: {
      newId: () => {
        count += 1;
        return now.getTime().toString(16).padStart(TIME_DIGITS, '0') + String(count).padStart(COUNT_DIGITS, '0');
      },
    },
    wait: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

/** The ports of all domains: a DynamoDB engine, and a bucket, a workflow engine and a scheduler in memory. */
function portsOn(dynamo: TestDynamo) {
  const { client, controlTable, customersTable, searchTable } = dynamo;
  const { clock, ids, wait } = repeatable();
  const control = new ControlTable(client, controlTable);
  const bucket = new MemoryObjectStore(0, clock);
  const { accounts, contents } = accountPortsOn(dynamo);
  const shared = {
    clock,
    ids,
    accounts,
    contents,
    answers: new DynamoAnswerStore(client, controlTable, systemClock),
    rights: TESTERS,
    audit: new DynamoAuditLog(client, controlTable, 396),
  };
  const published = {
    tables: new DynamoPublishedTableReader(client, controlTable),
    definitions: definitionReader(control),
    runs: new DynamoScheduleRuns(client, controlTable),
    exportDefinitions: exportDefinitionRepository(control),
    exportRuns: exportRuns(control),
    scheduleUses: scheduleUses(control),
  };
  const imports = {
    ...shared,
    ...published,
    ...{ store: bucket, uploads: bucket, inbox: bucket.inbox, bucket: 'data', addresses: new FakeAddresses() },
    imports: new DynamoImportRepository(client, controlTable),
    highWaterMarks: new DynamoHighWaterMarks(client, controlTable),
    counters: new DynamoTableCounters(client, controlTable),
    heads: new DynamoSearchHeads(client, controlTable),
    writer: new DynamoIndexWriter(client, searchTable, new BackOff({ ...BACK_OFF, logger: log })),
    customers: customersIn({ customers: customersTable, search: dynamo.searchTable }, client),
    directory: new DynamoTableDirectory(client, controlTable, accounts),
    features: TESTERS,
    workflow: new StartedWorkflows(),
    writeStepTimeoutSeconds: 240,
    limits: ImportLimitsSchema.parse({}),
  };
  const dispatcher = { dispatch: (prefix: string) => dispatchNext(imports, prefix) };
  const dispatching = { ...imports, dispatcher };
  const starter = { begin: (importId: string) => handleStartEvent(dispatching, { kind: 'begin', importId }) };
  return { control, bucket, shared, published, imports: { ...dispatching, starter }, wait };
}

export type WholeApi = ReturnType<typeof wholeApi>;

/** Every handler of the API on one engine. @param files of documents; by default each announced file has arrived */
export function wholeApi(dynamo: TestDynamo, files: DocumentFiles = new FakeDocumentFiles()) {
  const { control, shared, published, ...rest } = portsOn(dynamo);
  const tables = crmTableRepository(control);
  const schedules = {
    schedules: scheduleRepository(control),
    scheduler: new FakeScheduler(),
    runStarter: new FakeRunStarter(),
  };
  const directory = new FakeDirectory();
  const definitions = { definitions: definitionRepository(control), reader: published.definitions };
  const versions = new VersionCache();
  const cached = new DynamoPublishedTableReader(dynamo.client, dynamo.controlTable, versions);
  const desk = {
    ...shared,
    ...deskStores(
      { customers: dynamo.customersTable, search: dynamo.searchTable, control: dynamo.controlTable },
      dynamo.client,
    ),
    directory: rest.imports.directory,
    importedChanges: importedChangesOf(rest.imports),
    tables: cached,
    versions,
    drafts: cached,
    highWaterMarks: rest.imports.highWaterMarks,
    openSearches: openSearches(control, shared.clock, shared.ids),
  };
  const documents = { ...documentStores(dynamo.client, dynamo.customersTable), files, tables: published.tables };
  const pages = customerPages(dynamo.customersTable, dynamo.client);
  const exporting = {
    ...shared,
    exports: exportRepository(control),
    exportDefinitions: exportDefinitionRepository(control),
    filters: filterRepository(control),
    scheduleUses: published.scheduleUses,
    exportRuns: published.exportRuns,
    tables: published.tables,
    store: rest.bucket,
    addresses: rest.imports.addresses,
    workflow: new StartedExports(),
    pages,
    importsSince: (prefix: string, since: string) => importsSince(dynamo.client, dynamo.controlTable, prefix, since),
  };
  const apis = [
    [accountRoutes, createApi(accountRoutes, shared)],
    [apiDocsRoutes, createApi(apiDocsRoutes, apiDocsContainer())],
    [campaignRoutes, createApi(campaignRoutes, { ...shared, campaigns: campaignRepository(control) })],
    [exportRoutes, createApi(exportRoutes, exporting)],
    [
      filterRoutes,
      createApi(filterRoutes, {
        ...shared,
        filters: filterRepository(control),
        filterUses: filterUses(control),
        tables: published.tables,
        pages,
      }),
    ],
    [crmTableRoutes, createApi(crmTableRoutes, { ...shared, tables, versions: published.tables })],
    [customerRoutes, createApi(customerRoutes, desk)],
    [documentRoutes, createApi(documentRoutes, { ...shared, ...documents })],
    [definitionRoutes, createApi(definitionRoutes, { ...shared, tables: published.tables, ...definitions })],
    [importRoutes, createApi(importRoutes, rest.imports)],
    [previewRoutes, createApi(previewRoutes, rest.imports)],
    [maintenanceRoutes, createApi(maintenanceRoutes, { ...shared, ...maintenancePortsOn(dynamo, shared.clock) })],
    [peopleRoutes, createApi(peopleRoutes, { ...shared, ...peoplePortsOn(control), directory, worker: directory })],
    [scheduleRoutes, createApi(scheduleRoutes, { ...shared, ...published, ...schedules })],
  ] as const;
  const handlers = new Map<string, ReturnType<typeof createApi>>(
    apis.flatMap(([routes, api]) => routes.map(({ method, path }) => [`${method} ${path}`, api] as const)),
  );
  return {
    ...rest,
    directory,
    exporting,
    handler: async (event: APIGatewayProxyEventV2, context: Context) => {
      const handler = handlers.get(event.routeKey);
      if (!handler) throw new Error(`test/support/whole-api.ts has no handler for ${event.routeKey}`);
      return handler(event, context);
    },
  };
}

/** Imports a file that was put into the bucket, as its event starts the import. @returns the import id */
export async function importUpload({ imports, bucket }: WholeApi, key: string, body: string): Promise<string> {
  await bucket.put(key, body);
  const versionId = (await bucket.head(key))?.versionId ?? '';
  const source = { bucket: 'data', key, versionId };
  const arrivedAt = imports.clock.now();
  await startImport(imports, { source, arrivedAt });
  await runAll(imports);
  return importIdOf(source, arrivedAt);
}

/** Writes a new generation of the search index of a CRM table. Its single entries go: what a search finds then, it finds in the blocks. */
export async function writeIndex(imports: WholeApi['imports'], prefix: string): Promise<void> {
  const input = { importId: indexJobId(imports.clock.now()), prefix, fence: 1 };
  await imports.heads.mark(prefix, 'an-import', 1);
  await runIndexDefinition(input, (name, event) => callIndexStep(imports, name, event), 1);
  await imports.writer.deleteSingles(prefix, new Date(Date.now() + 1_000), () => true);
}

/** Runs the workflow of every import that has started and not ended. */
export async function runAll(imports: WholeApi['imports']): Promise<void> {
  const { started, ended } = imports.workflow;
  for (const [name, input] of started) {
    if (ended.has(name)) continue;
    await runWorkflow(imports, input);
    ended.add(name);
  }
}
