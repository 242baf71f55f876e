import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customersIn } from '../../functions/customers/index.ts';
import { settleOptions } from '../../functions/definitions/index.ts';
import { importKeys } from '../../functions/imports/domain/import-keys.ts';
import { layOutFile } from '../../functions/imports/domain/layout/file-layout.ts';
import { ImportLimitsSchema } from '../../functions/imports/domain/limits.ts';
import type { AcceptedPlan } from '../../functions/imports/domain/plan.ts';
import type { ChunkResult } from '../../functions/imports/domain/records/chunk-result.ts';
import { DynamoImportRepository } from '../../functions/imports/dynamodb/import-repository.ts';
import { FileObjectStore } from '../../functions/imports/object-store/file-object-store.ts';
import { cutRanges } from '../../functions/imports/use-cases/sort/cut-ranges.ts';
import { mergeRange } from '../../functions/imports/use-cases/sort/merge-range.ts';
import { resolveScan } from '../../functions/imports/use-cases/sort/resolve-scan.ts';
import { scanRange } from '../../functions/imports/use-cases/sort/scan-range.ts';
import { sortRun } from '../../functions/imports/use-cases/sort/sort-run.ts';
import { bulkCopy } from '../../functions/imports/use-cases/stages/bulk-copy.ts';
import { choosePath } from '../../functions/imports/use-cases/stages/choose-path.ts';
import { differentiate } from '../../functions/imports/use-cases/stages/differentiate.ts';
import { insert } from '../../functions/imports/use-cases/stages/insert.ts';
import { planWrites } from '../../functions/imports/use-cases/stages/plan-writes.ts';
import { countRanges, readPath, sortJob } from '../../functions/imports/use-cases/stages/stage-input.ts';
import { update } from '../../functions/imports/use-cases/stages/update.ts';
import type { OpenImport } from '../../functions/imports/use-cases/work/import-context.ts';
import { systemClock } from '../../functions/shared/domain/clock.ts';
import { BENCH_TABLE } from './bench-table.ts';
import { CONTROL_TABLE, CUSTOMERS_TABLE, type DynamoEngine } from './dynamo-engine.ts';

const SOURCE_KEY = 'uploads/BENCH/rows.csv';
const IMPORT_ID = 'bench';
const OPTIONS = settleOptions();

const STAGES = { 'bulk-copy': bulkCopy, differentiate, insert, update };
export type StageName = keyof typeof STAGES;

/** What a stage did in all its chunks, and how long that took. */
export interface StageRun extends Pick<ChunkResult, 'records' | 'inserted' | 'updated' | 'ignored' | 'failed'> {
  readonly seconds: number;
}

/** One import on a store of files, its stages run one by one in this process. */
export class ImportRun {
  readonly #folder: string;
  readonly #context: OpenImport;

  constructor(folder: string, context: OpenImport) {
    this.#folder = folder;
    this.#context = context;
  }

  /** Stores a file, plans its import and sorts it. */
  static async open(file: string): Promise<ImportRun> {
    const folder = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
    const store = new FileObjectStore(folder);
    await store.put(SOURCE_KEY, file);
    const keys = importKeys(BENCH_TABLE.prefix, IMPORT_ID, 'rows.csv');
    const plan = benchPlan(file);
    const run = new ImportRun(folder, { store, keys, plan, source: plan.source, fence: 1 });
    await run.#sort();
    return run;
  }

  get plan(): AcceptedPlan {
    return this.#context.plan;
  }

  async #sort(): Promise<void> {
    const job = sortJob(this.#context);
    for (let range = 0; range < countRanges(this.#context); range += 1) await scanRange(job, range);
    const resolved = await resolveScan(job);
    if ('refusal' in resolved) throw new Error(resolved.refusal.reason);
    for (const index of resolved.runs.keys()) await sortRun(job, index);
    const { ranges, generation } = await cutRanges(job);
    for (let range = 0; range < ranges; range += 1) await mergeRange(job, { range, generation });
  }

  /** Settles whether the import goes by bulk copy or differentiate, by what the engine's table holds. */
  async choosePath(engine: DynamoEngine): Promise<void> {
    const ports = {
      ...portsOn(engine),
      imports: new DynamoImportRepository(engine.client, CONTROL_TABLE),
      highWaterMarks: {
        raiseHighWaterMark: async () => {},
        reserveBlock: () => Promise.reject(new Error('The rows have Customer IDs.')),
      },
    };
    await choosePath(ports, this.#context, await cutRanges(sortJob(this.#context)));
  }

  /** Runs a stage whole, as if for the first time. */
  async runStage(stage: StageName, engine: DynamoEngine): Promise<StageRun> {
    await rm(join(this.#folder, 'objects', 'work', BENCH_TABLE.prefix, IMPORT_ID, stage), {
      recursive: true,
      force: true,
    });
    const ports = portsOn(engine);
    const chunks = await this.#countChunks(stage);
    const done = { records: 0, inserted: 0, updated: 0, ignored: 0, failed: 0 };
    const begun = performance.now();
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const result = await STAGES[stage](ports, this.#context, chunk);
      if (!result) throw new Error(`Chunk ${chunk} of ${stage} was not done`);
      done.records += result.records;
      done.inserted += result.inserted;
      done.updated += result.updated;
      done.ignored += result.ignored;
      done.failed += result.failed;
    }
    return { ...done, seconds: (performance.now() - begun) / 1000 };
  }

  async #countChunks(stage: StageName): Promise<number> {
    if (stage === 'bulk-copy' || stage === 'differentiate') return (await readPath(this.#context)).chunks.length;
    const { inserts, updates } = await planWrites(this.#context);
    return (stage === 'insert' ? inserts : updates).length;
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}

function portsOn({ client }: DynamoEngine) {
  return { customers: customersIn(CUSTOMERS_TABLE, client), clock: systemClock };
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
      { form: { encoding: 'utf-8', compression: 'none' }, bytes, isWhole: true },
      BENCH_TABLE,
      OPTIONS,
    ),
    table: BENCH_TABLE,
    limits: ImportLimitsSchema.parse({}),
  };
}
