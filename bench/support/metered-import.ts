import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import { createCustomersClient, customersIn } from '../../functions/customers/index.ts';
import type { CostEstimate } from '../../functions/imports/domain/cost/cost.ts';
import type { Import } from '../../functions/imports/domain/import.ts';
import { changeStatus, type NewImport } from '../../functions/imports/domain/lifecycle/transitions.ts';
import type { WorkflowInput } from '../../functions/imports/domain/lifecycle/workflow-input.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import { DynamoImportRepository } from '../../functions/imports/dynamodb/import-repository.ts';
import { DynamoTableCounters } from '../../functions/imports/dynamodb/table-counters.ts';
import { estimateImport } from '../../functions/imports/use-cases/cost/estimate-import.ts';
import { dispatchNext } from '../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { DynamoIndexWriter, DynamoSearchHeads } from '../../functions/search/index.ts';
import { type Clock, systemClock } from '../../functions/shared/domain/clock.ts';
import { BACK_OFF, BackOff } from '../../functions/shared/dynamodb/back-off.ts';
import { Meter, type Metered } from '../../functions/shared/metering/meter.ts';
import { meterDynamo } from '../../functions/shared/metering/meter-dynamo.ts';
import { meterS3 } from '../../functions/shared/metering/meter-s3.ts';
import { S3ObjectStore } from '../../functions/shared/object-store/s3-object-store.ts';
import { log } from '../../functions/shared/observability/logger.ts';
import { runWorkflow } from '../../test/support/run-workflow.ts';
import { CONTROL_TABLE, CUSTOMERS_TABLE, type DynamoEngine, SEARCH_TABLE } from './dynamo-engine.ts';
import { BENCH_BUCKET, BENCH_CREDENTIALS } from './open-store.ts';

/** The usage of an import in this process. */
export interface MeteredImport {
  readonly estimate: CostEstimate;
  readonly record: Import;
  /** Usage of the customers table and of the bucket. */
  readonly used: Metered;
  /** Usage of the control table, from the record's creation to its end. */
  readonly control: Metered;
  /** Sum over all steps, which run one after the other. */
  readonly seconds: number;
}

/** The embedded cloud's S3, with a metered client. */
export class MeteredBucket {
  readonly meter = new Meter();
  readonly store: S3ObjectStore;
  readonly #process: ChildProcess;
  readonly #folder: string;

  constructor(child: ChildProcess, folder: string, endpoint: string) {
    this.#process = child;
    this.#folder = folder;
    const client = new S3Client({
      endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: BENCH_CREDENTIALS,
    });
    this.store = new S3ObjectStore(meterS3(client, this.meter), BENCH_BUCKET);
  }

  static async start(): Promise<MeteredBucket> {
    const folder = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
    const child = fork(join(import.meta.dirname, 's3-worker.ts'), [folder]);
    const [endpoint] = await once(child, 'message');
    return new MeteredBucket(child, folder, String(endpoint));
  }

  async stop(): Promise<void> {
    this.#process.kill();
    await once(this.#process, 'exit');
    await rm(this.#folder, { recursive: true });
  }
}

/** Imports a file through all its steps, in this process, and meters them. */
export async function importMetered(
  bucket: MeteredBucket,
  engine: DynamoEngine,
  table: PublishedTable,
  importId: string,
  file: string,
  clock: Clock = systemClock,
): Promise<MeteredImport> {
  const { store } = bucket;
  const key = `uploads/${table.prefix}/${importId}.csv`;
  await store.put(key, file);
  const versionId = (await store.head(key))?.versionId ?? '';
  const controlMeter = new Meter();
  const ports = { ...portsOn(bucket, engine, table, controlMeter), clock };
  const received: NewImport = {
    importId,
    prefix: table.prefix,
    fileName: `${importId}.csv`,
    source: { bucket: BENCH_BUCKET, key, versionId },
    status: 'received',
    attempt: 1,
    fence: 0,
    createdAt: clock.now().toISOString(),
  };
  const estimate = await estimateImport(ports, received);
  if (!estimate) throw new Error('The file cannot be estimated.');
  bucket.meter.reset();
  controlMeter.reset();
  await ports.imports.create(received);
  await ports.imports.move(changeStatus('enqueue', received, { estimate }));
  await dispatchNext(ports, table.prefix);
  const begun = performance.now();
  await runWorkflow(ports, ports.workflow.started(importId));
  const seconds = (performance.now() - begun) / 1000;
  const record = await ports.imports.find(importId);
  if (!record) throw new Error(`The record of import ${importId} does not exist.`);
  return { estimate, record, used: bucket.meter.used, control: controlMeter.used, seconds };
}

function portsOn(bucket: MeteredBucket, engine: DynamoEngine, table: PublishedTable, controlMeter: Meter) {
  const connection = { endpoint: engine.endpoint, region: 'eu-west-1', credentials: BENCH_CREDENTIALS };
  const control = meterDynamo(createCustomersClient(connection), controlMeter);
  return {
    store: bucket.store,
    limits: ImportLimitsSchema.parse({}),
    imports: new DynamoImportRepository(control, CONTROL_TABLE),
    counters: new DynamoTableCounters(control, CONTROL_TABLE),
    heads: new DynamoSearchHeads(control, CONTROL_TABLE),
    writer: new DynamoIndexWriter(
      meterDynamo(createCustomersClient(connection), bucket.meter),
      SEARCH_TABLE,
      new BackOff({ ...BACK_OFF, logger: log }),
    ),
    customers: customersIn(
      { customers: CUSTOMERS_TABLE, search: SEARCH_TABLE },
      meterDynamo(createCustomersClient(connection), bucket.meter),
    ),
    tables: {
      readPublished: async () => ({ status: 'published' as const, table }),
      readVersion: async () => table,
    },
    definitions: { find: async () => undefined, findDefault: async () => undefined },
    highWaterMarks: {
      raiseHighWaterMark: async () => {},
      reserveBlock: () => Promise.reject(new Error('The rows have Customer IDs.')),
    },
    workflow: new StartedWorkflow(),
    writeStepTimeoutSeconds: 240,
  };
}

/** Stores the started workflow's input; the benchmark runs it. */
class StartedWorkflow {
  readonly #inputs = new Map<string, WorkflowInput>();

  async start(_name: string, input: WorkflowInput): Promise<void> {
    this.#inputs.set(input.importId, input);
  }

  async status() {
    return 'running' as const;
  }

  started(importId: string): WorkflowInput {
    const input = this.#inputs.get(importId);
    if (!input) throw new Error(`Import ${importId} was not started.`);
    return input;
  }
}
