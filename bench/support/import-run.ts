import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCustomersClient, customersIn } from '../../functions/customers/index.ts';
import { mergeOptions } from '../../functions/definitions/index.ts';
import { importKeys } from '../../functions/imports/domain/import-keys.ts';
import { layOutFile } from '../../functions/imports/domain/layout/file-layout.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import type { AcceptedPlan } from '../../functions/imports/domain/plan.ts';
import { type ChunkResult, ChunkResultSchema } from '../../functions/imports/domain/records/chunk-result.ts';
import { DynamoIndexWriter, DynamoSearchHeads } from '../../functions/search/index.ts';
import { systemClock } from '../../functions/shared/domain/clock.ts';
import { timeOrderedIds } from '../../functions/shared/domain/ids.ts';
import { BACK_OFF, BackOff } from '../../functions/shared/dynamodb/back-off.ts';
import { FileObjectStore } from '../../functions/shared/object-store/file-object-store.ts';
import { log } from '../../functions/shared/observability/logger.ts';
import { readResults } from '../../functions/shared/use-cases/work-objects.ts';
import { runDefinition } from '../../test/support/run-definition.ts';
import { callStep } from '../../test/support/run-workflow.ts';
import { BENCH_TABLE } from './bench-table.ts';
import { CONTROL_TABLE, CUSTOMERS_TABLE, type DynamoEngine, SEARCH_TABLE } from './dynamo-engine.ts';

const SOURCE_KEY = 'uploads/BENCH/rows.csv';
const IMPORT_ID = 'bench';
const OPTIONS = mergeOptions();
const FENCE = 1;
const FREE_LEASE = {
  importId: undefined,
  fence: FENCE,
  drainsUntil: undefined,
  lastEndedAt: undefined,
  lastWriter: undefined,
};

/** The function of each measured stage, by its name in the definition of the workflow. */
const FUNCTIONS = {
  'bulk-copy': 'BulkCopy',
  differentiate: 'Differentiate',
  insert: 'Insert',
  update: 'Update',
} as const;
export type StageName = keyof typeof FUNCTIONS;

/** The counts of a stage over all its chunks, and its duration. */
export interface StageRun extends Pick<ChunkResult, 'records' | 'inserted' | 'updated' | 'ignored' | 'failed'> {
  readonly seconds: number;
}

/** Thrown to end a run of the workflow before a step. */
class Stopped extends Error {}

/**
 * One import on a store of files. Each method runs the definition of the workflow in this process from its beginning up to
 * a step; earlier steps find their results, as in a resumed import.
 */
export class ImportRun {
  readonly plan: AcceptedPlan;
  readonly #folder: string;
  readonly #store: FileObjectStore;

  private constructor(folder: string, plan: AcceptedPlan) {
    this.#folder = folder;
    this.#store = new FileObjectStore(folder);
    this.plan = plan;
  }

  /** Stores a file and its plan, and sorts it. */
  static async open(file: string): Promise<ImportRun> {
    const run = new ImportRun(await mkdtemp(join(tmpdir(), 'switchboard-bench-')), benchPlan(file));
    await run.#store.put(SOURCE_KEY, file);
    await run.#store.put(run.#keys.plan, JSON.stringify(run.plan));
    await run.#runUntil((name) => name === 'ChooseRoute');
    return run;
  }

  get #keys() {
    return importKeys(this.plan.prefix, this.plan.importId, this.plan.fileName);
  }

  /** Chooses the route, bulk copy or differentiate, by the content of the engine's table. */
  async chooseRoute(engine: DynamoEngine): Promise<void> {
    await this.#runUntil((name) => name === 'BulkCopy' || name === 'Differentiate', engine);
  }

  /** Runs all chunks of a stage as in a first attempt. */
  async runStage(stage: StageName, engine: DynamoEngine): Promise<StageRun> {
    const { prefix, importId } = this.plan;
    await rm(join(this.#folder, 'objects', 'work', prefix, importId, stage), { recursive: true, force: true });
    let chunks = 0;
    let seconds = 0;
    const isOver = (name: string) => chunks > 0 && name !== FUNCTIONS[stage];
    await this.#runUntil(isOver, engine, (name, took) => {
      if (name !== FUNCTIONS[stage]) return;
      chunks += 1;
      seconds += took;
    });
    const key = (chunk: number) => this.#keys.work(stage, chunk);
    return { ...addUp(await readResults(this.#store, chunks, key, ChunkResultSchema)), seconds };
  }

  /** @param onStep receives the seconds that each step took */
  async #runUntil(
    isNext: (name: string) => boolean,
    engine?: DynamoEngine,
    onStep: (name: string, seconds: number) => void = () => {},
  ): Promise<void> {
    const ports = this.#ports(engine);
    const call = async (name: string, input: unknown) => {
      if (isNext(name)) throw new Stopped();
      const startedAt = performance.now();
      const output = await callStep(ports, name, input);
      onStep(name, (performance.now() - startedAt) / 1000);
      return output;
    };
    const { importId, prefix } = this.plan;
    await runDefinition({ importId, prefix, fence: FENCE }, call, 1).catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
  }

  /** Without an engine only the sort can run, which reads no table. */
  #ports(engine?: DynamoEngine) {
    return {
      store: this.#store,
      customers: customersIn({ customers: CUSTOMERS_TABLE, search: SEARCH_TABLE }, engine?.client),
      clock: systemClock,
      ids: timeOrderedIds,
      limits: this.plan.limits,
      imports: { find: async () => undefined, readLease: async () => FREE_LEASE, reportProgress: async () => {} },
      tables: {
        readPublished: async () => ({ status: 'published' as const, table: BENCH_TABLE }),
        readVersion: async () => BENCH_TABLE,
      },
      heads: new DynamoSearchHeads(engine?.client ?? createCustomersClient(), CONTROL_TABLE),
      writer: new DynamoIndexWriter(
        engine?.client ?? createCustomersClient(),
        SEARCH_TABLE,
        new BackOff({ ...BACK_OFF, logger: log }),
      ),
      counters: { read: async () => ({ customers: 0, itemBytes: 0 }) },
      definitions: { find: async () => undefined, findDefault: async () => undefined },
      highWaterMarks: {
        raiseHighWaterMark: async () => {},
        reserveBlock: () => Promise.reject(new Error('The rows have Customer IDs.')),
      },
    };
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}

function addUp(results: readonly ChunkResult[]): Omit<StageRun, 'seconds'> {
  const total = (name: 'records' | 'inserted' | 'updated' | 'ignored' | 'failed') =>
    results.reduce((sum, result) => sum + result[name], 0);
  return {
    records: total('records'),
    inserted: total('inserted'),
    updated: total('updated'),
    ignored: total('ignored'),
    failed: total('failed'),
  };
}

export function benchPlan(file: string): AcceptedPlan {
  const bytes = Buffer.from(file);
  return {
    importId: IMPORT_ID,
    prefix: BENCH_TABLE.prefix,
    fileName: 'rows.csv',
    startedAt: '2026-11-22T12:00:00.000Z',
    accepted: true,
    source: { bucket: 'bench', key: SOURCE_KEY, versionId: '1', etag: '', size: bytes.length },
    options: OPTIONS,
    layout: layOutFile(
      { fileEncoding: { encoding: 'utf-8', compression: 'none' }, bytes, isWhole: true },
      BENCH_TABLE,
      OPTIONS,
    ),
    table: BENCH_TABLE,
    limits: ImportLimitsSchema.parse({}),
  };
}
