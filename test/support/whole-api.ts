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
} from '../../functions/crm-tables/index.ts';
import { routes as crmTableRoutes } from '../../functions/crm-tables/routes.ts';
import { deskStores } from '../../functions/customers/container.ts';
import { openSearches } from '../../functions/customers/dynamodb/open-searches.ts';
import { customersIn } from '../../functions/customers/index.ts';
import { routes as customerRoutes } from '../../functions/customers/routes.ts';
import { definitionRepository } from '../../functions/definitions/dynamodb/definition-repository.ts';
import { definitionReader } from '../../functions/definitions/index.ts';
import { routes as definitionRoutes } from '../../functions/definitions/routes.ts';
import { importIdOf } from '../../functions/imports/domain/import-id.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { DynamoImportRepository } from '../../functions/imports/dynamodb/import-repository.ts';
import { DynamoTableCounters } from '../../functions/imports/dynamodb/table-counters.ts';
import { importedChangesOf } from '../../functions/imports/imported-changes.ts';
import { DynamoScheduleRuns } from '../../functions/imports/index.ts';
import { routes as previewRoutes } from '../../functions/imports/preview-routes.ts';
import { routes as importRoutes } from '../../functions/imports/routes.ts';
import { dispatchNext } from '../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { handleStartEvent } from '../../functions/imports/use-cases/uploads/handle-start-event.ts';
import { startImport } from '../../functions/imports/use-cases/uploads/start-import.ts';
import { routes as peopleRoutes } from '../../functions/people/routes.ts';
import { scheduleRepository } from '../../functions/schedules/dynamodb/schedule-repository.ts';
import { routes as scheduleRoutes } from '../../functions/schedules/routes.ts';
import { systemClock } from '../../functions/shared/domain/clock.ts';
import { ControlTable } from '../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../../functions/shared/dynamodb/dynamo-audit-log.ts';
import { createApi } from '../../functions/shared/http/create-api.ts';
import { FakeRunStarter, FakeScheduler } from '../unit/schedules/in-memory-schedules.ts';
import { accountPortsOn } from './account-ports.ts';
import type { TestDynamo } from './dynamodb.ts';
import { FakeAddresses } from './fake-addresses.ts';
import { FakeDirectory } from './fake-directory.ts';
import { StartedWorkflows } from './import-world-memory.ts';
import { MemoryObjectStore } from './memory-object-store.ts';
import { peoplePortsOn } from './people-ports.ts';
import { TESTERS } from './rights.ts';
import { runWorkflow } from './run-workflow.ts';

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
  const { client, controlTable, customersTable } = dynamo;
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
  };
  const imports = {
    ...shared,
    ...published,
    ...{ store: bucket, uploads: bucket, inbox: bucket.inbox, bucket: 'data', addresses: new FakeAddresses() },
    imports: new DynamoImportRepository(client, controlTable),
    highWaterMarks: new DynamoHighWaterMarks(client, controlTable),
    counters: new DynamoTableCounters(client, controlTable),
    customers: customersIn(customersTable, client),
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

/** Every handler of the API on one engine. */
export function wholeApi(dynamo: TestDynamo) {
  const { control, shared, published, ...rest } = portsOn(dynamo);
  const tables = crmTableRepository(control);
  const schedules = {
    schedules: scheduleRepository(control),
    scheduler: new FakeScheduler(),
    runStarter: new FakeRunStarter(),
  };
  const directory = new FakeDirectory();
  const definitions = { definitions: definitionRepository(control), reader: published.definitions };
  const desk = {
    ...shared,
    ...deskStores(dynamo.customersTable, dynamo.client),
    importedChanges: importedChangesOf(rest.imports),
    tables: published.tables,
    highWaterMarks: rest.imports.highWaterMarks,
    openSearches: openSearches(control, shared.clock, shared.ids),
  };
  const apis = [
    [accountRoutes, createApi(accountRoutes, shared)],
    [apiDocsRoutes, createApi(apiDocsRoutes, apiDocsContainer())],
    [campaignRoutes, createApi(campaignRoutes, { ...shared, campaigns: campaignRepository(control) })],
    [crmTableRoutes, createApi(crmTableRoutes, { ...shared, tables, versions: published.tables })],
    [customerRoutes, createApi(customerRoutes, desk)],
    [definitionRoutes, createApi(definitionRoutes, { ...shared, tables: published.tables, ...definitions })],
    [importRoutes, createApi(importRoutes, rest.imports)],
    [previewRoutes, createApi(previewRoutes, rest.imports)],
    [peopleRoutes, createApi(peopleRoutes, { ...shared, ...peoplePortsOn(control), directory, worker: directory })],
    [scheduleRoutes, createApi(scheduleRoutes, { ...shared, ...published, ...schedules })],
  ] as const;
  const handlers = new Map<string, ReturnType<typeof createApi>>(
    apis.flatMap(([routes, api]) => routes.map(({ method, path }) => [`${method} ${path}`, api] as const)),
  );
  return {
    ...rest,
    directory,
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

/** Runs the workflow of every import that has started and not ended. */
export async function runAll(imports: WholeApi['imports']): Promise<void> {
  const { started, ended } = imports.workflow;
  for (const [name, input] of started) {
    if (ended.has(name)) continue;
    await runWorkflow(imports, input);
    ended.add(name);
  }
}
