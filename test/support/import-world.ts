import { type AttributeValue, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import { shardOf } from '../../functions/customers/domain/shard.ts';
import { customersIn } from '../../functions/customers/index.ts';
import { type Counts, executionName, type Import } from '../../functions/imports/domain/import.ts';
import { importIdOf } from '../../functions/imports/domain/import-id.ts';
import { type FailureFile, importKeys } from '../../functions/imports/domain/import-keys.ts';
import type { WorkflowInput } from '../../functions/imports/domain/lifecycle/workflow-input.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { DynamoImportRepository } from '../../functions/imports/dynamodb/import-repository.ts';
import { DynamoScheduleRuns } from '../../functions/imports/dynamodb/schedule-runs.ts';
import { DynamoTableCounters } from '../../functions/imports/dynamodb/table-counters.ts';
import type { CancelPorts } from '../../functions/imports/use-cases/lifecycle/cancel-import.ts';
import { dispatchNext } from '../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { endExecution } from '../../functions/imports/use-cases/lifecycle/end-execution.ts';
import { type ResumePorts, resumeImport } from '../../functions/imports/use-cases/lifecycle/resume-import.ts';
import type { Arrival } from '../../functions/imports/use-cases/uploads/draft-of-arrival.ts';
import type { ScheduledPorts } from '../../functions/imports/use-cases/uploads/scheduled-run.ts';
import { startImport } from '../../functions/imports/use-cases/uploads/start-import.ts';
import { DynamoIndexWriter, DynamoSearchHeads } from '../../functions/search/index.ts';
import { ALL_ON, type FeatureSwitches } from '../../functions/shared/domain/features.ts';
import type { ObjectStore } from '../../functions/shared/domain/object-store.ts';
import { BACK_OFF, BackOff } from '../../functions/shared/dynamodb/back-off.ts';
import { log } from '../../functions/shared/observability/logger.ts';
import { startTestDynamo, type TestDynamo } from './dynamodb.ts';
import type { ModelCustomer } from './import-model.ts';
import { Accounts, PublishedTables, SavedDefinitions, StartedWorkflows } from './import-world-memory.ts';
import { MemoryObjectStore } from './memory-object-store.ts';
import { runWorkflow, type WorkflowPorts } from './run-workflow.ts';

const BUCKET = 'data';
const WRITE_STEP_TIMEOUT_SECONDS = 240;
/** Longer than any drain of the world. */
const DRAINED_SECONDS = 2 * WRITE_STEP_TIMEOUT_SECONDS;

export type WorldPorts = WorkflowPorts & ScheduledPorts & ResumePorts & Pick<CancelPorts, 'uploads'>;

/** Stands between the import and its bucket and tables: may reject a call, hold it up, or lose its answer. */
export type CallGate = <T>(name: string, call: () => Promise<T>) => Promise<T>;

/** The object with each of its methods guarded by the gate; methods without a promise (`list`) are not guarded. */
function gated<T extends object>(target: T, gate: CallGate): T {
  return new Proxy(target, {
    get(object, name) {
      const member: unknown = Reflect.get(object, name);
      if (typeof member !== 'function') return member;
      if (name === 'list') return member.bind(object);
      return (...args: unknown[]) => {
        const about = typeof args[0] === 'string' ? args[0] : (args[0]?.constructor.name ?? '');
        return gate(`${String(name)} ${about}`, async () => Reflect.apply(member, object, args));
      };
    },
  });
}

type ResultFile =
  | FailureFile
  | 'log'
  | 'summary'
  | 'sorted'
  | 'insert'
  | 'update'
  | 'failures'
  | 'warnings'
  | 'before'
  | 'changes';

export interface WorldSettings {
  readonly limits?: Record<string, number>;
}

/** Everything that an import runs in, on a real DynamoDB engine and a bucket in memory. */
export async function startImportWorld(dynamo?: TestDynamo) {
  const engine = dynamo ?? (await startTestDynamo());
  // The steps log to standard output, thousands of lines in a property test.
  const write = process.stdout.write;
  process.stdout.write = () => true;
  return {
    engine,
    stop: () => {
      process.stdout.write = write;
      return engine.stop();
    },
    world: (settings: WorldSettings = {}) => new ImportWorld(engine, settings),
  };
}

export class ImportWorld {
  readonly bucket = new MemoryObjectStore();
  readonly tables = new PublishedTables();
  readonly definitions = new SavedDefinitions();
  readonly accounts = new Accounts();
  readonly workflow = new StartedWorkflows();
  readonly imports: DynamoImportRepository;
  readonly ports: WorldPorts;
  readonly #limits;
  readonly #engine: TestDynamo;
  #time = Date.parse('2026-11-22T11:02:25Z');
  /** How long anything takes, by the clock of the imports. */
  stepMs = 1;
  /** The features that are off. */
  switches: FeatureSwitches = ALL_ON;

  constructor(engine: TestDynamo, { limits = {} }: WorldSettings) {
    this.#engine = engine;
    this.#limits = ImportLimitsSchema.parse(limits);
    this.imports = new DynamoImportRepository(engine.client, engine.controlTable);
    this.ports = this.#portsOver(this.bucket, engine.client);
  }

  /** Ports whose every read and write passes the gate. */
  portsThrough(gate: CallGate): WorldPorts {
    return this.#portsOver(gated(this.bucket, gate), gated(this.#engine.client, gate));
  }

  #portsOver(store: ObjectStore, client: DynamoDBClient): WorldPorts {
    const ports = {
      store,
      uploads: this.bucket,
      imports: new DynamoImportRepository(client, this.#engine.controlTable),
      tables: this.tables,
      definitions: this.definitions,
      highWaterMarks: this.tables,
      customers: customersIn({ customers: this.#engine.customersTable, search: this.#engine.searchTable }, client),
      workflow: this.workflow,
      writeStepTimeoutSeconds: WRITE_STEP_TIMEOUT_SECONDS,
      limits: this.#limits,
      clock: { now: () => this.#tick() },
      counters: new DynamoTableCounters(client, this.#engine.controlTable),
      heads: new DynamoSearchHeads(client, this.#engine.controlTable),
      writer: new DynamoIndexWriter(client, this.#engine.searchTable, new BackOff({ ...BACK_OFF, logger: log })),
      accounts: this.accounts,
      features: { switches: async () => this.switches },
      runs: new DynamoScheduleRuns(client, this.#engine.controlTable),
      inbox: this.bucket.inbox,
      bucket: BUCKET,
    };
    return { ...ports, dispatcher: { dispatch: (prefix: string) => dispatchNext(ports, prefix) } };
  }

  #tick(): Date {
    this.#time += this.stepMs;
    return new Date(this.#time);
  }

  /** Lets time pass, so that a table may be read eventually consistent. */
  wait(seconds: number): void {
    this.#time += seconds * 1000;
  }

  /** Advances the time to the end of a table's drain, and checks its queue like `watch-queues`. */
  async drain(prefix: string): Promise<void> {
    this.wait(DRAINED_SECONDS);
    await dispatchNext(this.ports, prefix);
  }

  /** Puts a file into the bucket and announces it; returns the id of its import. */
  async upload(key: string, body: string | Uint8Array, metadata: Record<string, string> = {}): Promise<string> {
    const arrival = await this.put(key, body, metadata);
    await startImport(this.ports, arrival);
    return importIdOf(arrival.source, arrival.arrivedAt);
  }

  /** Puts a file into the bucket without sending an event; returns the data of the event. */
  async put(key: string, body: string | Uint8Array, metadata: Record<string, string> = {}): Promise<Arrival> {
    await this.bucket.put(key, body, metadata);
    const versionId = (await this.bucket.head(key))?.versionId ?? '';
    return { source: { bucket: BUCKET, key, versionId }, arrivedAt: this.ports.clock.now() };
  }

  /** The events of AWS when an execution fails, and the operator's next action. */
  async failAndResume(importId: string): Promise<void> {
    const record = await this.find(importId);
    const name = executionName(record);
    this.workflow.ended.add(name);
    await endExecution(this.ports, { name, importId, status: 'FAILED', error: 'Killed' });
    await resumeImport(this.ports, importId);
  }

  /** Runs every workflow that has been started, and those that these start. */
  async runAll(): Promise<void> {
    for (const [name, input] of this.workflow.started) {
      if (this.workflow.ended.has(name)) continue;
      await runWorkflow(this.ports, input);
      this.workflow.ended.add(name);
    }
  }

  async import(key: string, body: string | Uint8Array, metadata: Record<string, string> = {}): Promise<Import> {
    const importId = await this.upload(key, body, metadata);
    await this.runAll();
    return this.find(importId);
  }

  async find(importId: string): Promise<Import> {
    const found = await this.imports.find(importId);
    if (!found) throw new Error(`import ${importId} is not recorded`);
    return found;
  }

  inputOf({ importId, prefix, fence }: Import): WorkflowInput {
    return { importId, prefix, fence };
  }

  /** The five counts, without the counts of records that a cancelled import left; undefined until the import has ended. */
  static counts({ counts }: Import): Pick<Counts, 'updated' | 'inserted' | 'ignored' | 'failed' | 'total'> | undefined {
    if (!counts) return undefined;
    const { updated, inserted, ignored, failed, total } = counts;
    return { updated, inserted, ignored, failed, total };
  }

  /** An output file as text, by the end of its name; undefined if there is none. */
  async file(record: Import, name: ResultFile): Promise<string | undefined> {
    return (await this.bytes(record, name))?.toString();
  }

  /** The bytes of an output file; undefined if there is none. */
  async bytes(record: Import, name: ResultFile): Promise<Buffer | undefined> {
    const keys = importKeys(record.prefix, record.importId, record.fileName);
    const key = name in keys.failed ? keys.failed[name as FailureFile] : keys[name as Exclude<ResultFile, FailureFile>];
    return (await this.bucket.head(key)) ? Buffer.from(await this.bucket.read(key)) : undefined;
  }

  /** Customers of a table, by Customer ID: the stored fields alone. */
  async customers(table: PublishedTable): Promise<Map<string, Record<string, string>>> {
    const items = await this.items(table);
    return new Map([...items].map(([customerId, { fields }]) => [customerId, { ...fields }]));
  }

  /** The stored customers of a table, tombstones included. */
  async items(table: PublishedTable): Promise<Map<string, ModelCustomer>> {
    const found = new Map<string, ModelCustomer>();
    for (let shard = 0; shard < table.shardCount; shard += 1) {
      const { Items = [] } = await this.#engine.client.send(
        new QueryCommand({
          TableName: this.#engine.customersTable,
          KeyConditionExpression: 'PK = :pk',
          ExpressionAttributeValues: { ':pk': { S: `CUSTOMER#${table.prefix}#${shard}` } },
          ConsistentRead: true,
        }),
      );
      for (const item of Items) found.set(item.SK?.S ?? '', fromItem(item));
    }
    return found;
  }

  /** Stores a customer as the API, another import or a deletion has left it. */
  async store(table: PublishedTable, customer: ModelCustomer): Promise<void> {
    const { customerId, fields, version, importId, deletedAt } = customer;
    const texts = { ...fields, ...(importId && { importId }), ...(deletedAt && { deletedAt }) };
    await this.#engine.client.send(
      new PutItemCommand({
        TableName: this.#engine.customersTable,
        Item: {
          PK: { S: `CUSTOMER#${table.prefix}#${shardOf(customerId, table.shardCount)}` },
          SK: { S: customerId },
          version: { N: String(version) },
          ...(deletedAt && { ttl: { N: '4000000000' } }),
          ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, { S: value }])),
        },
      }),
    );
  }
}

function fromItem(item: Record<string, AttributeValue>): ModelCustomer {
  const fields = Object.entries(item).filter(([name]) => /^P\d{3}$/.test(name));
  return {
    customerId: item.SK?.S ?? '',
    fields: Object.fromEntries(fields.map(([name, value]) => [name, value.S ?? ''])),
    version: Number(item.version?.N),
    importId: item.importId?.S,
    deletedAt: item.deletedAt?.S,
  };
}
