import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { HighWaterMarks, PublishedTable, PublishedTableReader } from '../../functions/crm-tables/index.ts';
import { customersIn } from '../../functions/customers/index.ts';
import { executionName, type Import } from '../../functions/imports/domain/import.ts';
import { importIdOf } from '../../functions/imports/domain/import-id.ts';
import { importKeys } from '../../functions/imports/domain/import-keys.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import type { WorkflowInput } from '../../functions/imports/domain/workflow-input.ts';
import { DynamoImportRepository } from '../../functions/imports/dynamodb/import-repository.ts';
import type { ObjectStore, Workflow } from '../../functions/imports/ports.ts';
import { startImport } from '../../functions/imports/use-cases/start-import.ts';
import { startTestDynamo, type TestDynamo } from './dynamodb.ts';
import { MemoryObjectStore } from './memory-object-store.ts';
import { runWorkflow } from './run-workflow.ts';

const BUCKET = 'data';

/** Tables as they are published, in memory. */
class PublishedTables implements PublishedTableReader, HighWaterMarks {
  readonly #tables = new Map<string, PublishedTable>();
  readonly marks = new Map<string, number>();

  publish(table: PublishedTable): void {
    this.#tables.set(table.prefix, table);
  }

  async readPublished(prefix: string) {
    const table = this.#tables.get(prefix);
    return table ? { status: 'published' as const, table } : { status: 'unknown' as const };
  }

  async readVersion(prefix: string) {
    return this.#tables.get(prefix);
  }

  async raiseHighWaterMark(prefix: string, atLeast: number): Promise<void> {
    this.marks.set(prefix, Math.max(this.marks.get(prefix) ?? 0, atLeast));
  }

  async reserveBlock(prefix: string, count: number, atLeast: number) {
    const mark = Math.max(this.marks.get(prefix) ?? 0, atLeast);
    this.marks.set(prefix, mark + count);
    return { first: mark + 1 };
  }
}

/** Starts nothing by itself: the test runs what was started. */
class StartedWorkflows implements Workflow {
  readonly started = new Map<string, WorkflowInput>();
  readonly ended = new Set<string>();

  async start(name: string, input: WorkflowInput): Promise<void> {
    if (!this.started.has(name)) this.started.set(name, input);
  }

  async status(name: string) {
    if (!this.started.has(name)) return 'unknown' as const;
    return this.ended.has(name) ? ('ended' as const) : ('running' as const);
  }
}

export interface WorldSettings {
  readonly limits?: Record<string, number>;
  /** What the import's own reads and writes go through, e.g. a store that fails now and then. */
  readonly wrapStore?: (store: ObjectStore) => ObjectStore;
}

/** Everything that an import runs in, on a real DynamoDB engine and a bucket in memory. */
export async function startImportWorld(dynamo?: TestDynamo) {
  const engine = dynamo ?? (await startTestDynamo());
  return {
    engine,
    stop: () => engine.stop(),
    world: (settings: WorldSettings = {}) => new ImportWorld(engine, settings),
  };
}

export class ImportWorld {
  readonly bucket = new MemoryObjectStore();
  readonly tables = new PublishedTables();
  readonly workflow = new StartedWorkflows();
  readonly imports: DynamoImportRepository;
  readonly ports;
  readonly #engine: TestDynamo;
  #time = Date.parse('2026-11-22T11:02:25Z');

  constructor(engine: TestDynamo, { limits = {}, wrapStore = (store) => store }: WorldSettings) {
    this.#engine = engine;
    this.imports = new DynamoImportRepository(engine.client, engine.controlTable);
    this.ports = {
      store: wrapStore(this.bucket),
      imports: this.imports,
      tables: this.tables,
      highWaterMarks: this.tables,
      customers: customersIn(engine.customersTable, engine.client),
      workflow: this.workflow,
      limits: ImportLimitsSchema.parse(limits),
      clock: { now: () => this.#tick() },
    };
  }

  #tick(): Date {
    this.#time += 1;
    return new Date(this.#time);
  }

  /** Lets time pass, so that a table counts as settled. */
  wait(seconds: number): void {
    this.#time += seconds * 1000;
  }

  /** Puts a file into the bucket and announces it; returns the id of its import. */
  async upload(key: string, body: string | Uint8Array, metadata: Record<string, string> = {}): Promise<string> {
    await this.bucket.put(key, body, metadata);
    const versionId = (await this.bucket.head(key))?.versionId ?? '';
    const arrival = { source: { bucket: BUCKET, key, versionId }, arrivedAt: this.ports.clock.now() };
    await startImport(this.ports, arrival);
    return importIdOf(arrival.source, arrival.arrivedAt);
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

  executionOf(record: Import): string {
    return executionName(record);
  }

  /** The five counts as the manual orders them: updated/inserted/ignored/failed/total. */
  static counts({ counts }: Import): string {
    return counts ? [counts.updated, counts.inserted, counts.ignored, counts.failed, counts.total].join('/') : 'none';
  }

  /** A result file as text, by what its name ends in behind the file's own; undefined if there is none. */
  async file(
    record: Import,
    name:
      | keyof ReturnType<typeof importKeys>['failed']
      | 'log'
      | 'summary'
      | 'sorted'
      | 'insert'
      | 'update'
      | 'failures',
  ): Promise<string | undefined> {
    const keys = importKeys(record.prefix, record.importId, record.fileName);
    const key = name in keys.failed ? keys.failed[name as keyof typeof keys.failed] : keys[name as 'log'];
    return (await this.bucket.head(key)) ? Buffer.from(await this.bucket.read(key)).toString() : undefined;
  }

  /** Customers of a table, by Customer ID: the stored fields alone. */
  async customers(table: PublishedTable): Promise<Map<string, Record<string, string>>> {
    const found = new Map<string, Record<string, string>>();
    for (let shard = 0; shard < table.shardCount; shard += 1) {
      const { Items = [] } = await this.#engine.client.send(
        new QueryCommand({
          TableName: this.#engine.customersTable,
          KeyConditionExpression: 'PK = :pk',
          ExpressionAttributeValues: { ':pk': { S: `CUSTOMER#${table.prefix}#${shard}` } },
          ConsistentRead: true,
        }),
      );
      for (const item of Items) {
        const fields = Object.entries(item).filter(([name]) => /^P\d{3}$/.test(name));
        found.set(item.SK?.S ?? '', Object.fromEntries(fields.map(([name, value]) => [name, value.S ?? ''])));
      }
    }
    return found;
  }
}
