import { CUSTOMERS_SETTINGS } from '../../functions/customers/index.ts';
import { bareGets, bareInserts, barePuts, bareQueries, bareUpdates, insertStatements } from './bare-loops.ts';
import { BenchRows } from './bench-rows.ts';
import { countWrites, type DynamoEngine, type Snapshot, startDynamoEngine } from './dynamo-engine.ts';
import { ImportRun, type StageName, type StageRun } from './import-run.ts';
import { measureRounds, median, medianRatio, type Rate, type Rates } from './rounds.ts';

export interface BenchSettings {
  readonly rows: number;
  readonly pairs: number;
}

export type BenchLine = Readonly<Record<string, string | number>>;

const { batchesInFlight, updatesInFlight, readsInFlight } = CUSTOMERS_SETTINGS;

function line(bench: string, rates: Rates, pairs: number): BenchLine {
  const [stage, bare] = [rates('stage'), rates('bare')];
  return {
    bench,
    value: Math.round(median(stage)),
    unit: 'rows/s',
    baseline: Math.round(median(bare)),
    ratio: rounded(medianRatio(stage, bare)),
    pairs,
  };
}

function rounded(ratio: number): number {
  return Math.round(ratio * 1_000) / 1_000;
}

/** Times a run on an engine of its own. */
function onFreshEngine(rows: number, from: Snapshot | undefined, run: (engine: DynamoEngine) => Promise<number>): Rate {
  return async () => {
    const engine = await startDynamoEngine(from);
    try {
      return rows / (await run(engine));
    } finally {
      await engine.stop();
    }
  };
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return (performance.now() - begun) / 1_000;
}

/** Runs a stage; throws when not every row had the expected fate, for then something else was measured. */
async function timeStage(
  run: ImportRun,
  stage: StageName,
  engine: DynamoEngine,
  fate: keyof StageRun,
  rows: number,
): Promise<number> {
  const done = await run.runStage(stage, engine);
  if (done.records !== rows || done[fate] !== rows) throw new Error(`${stage} did ${JSON.stringify(done)}`);
  return done.seconds;
}

/** An engine's files with these items in its customers table. */
async function loaded(items: Parameters<typeof barePuts>[1]): Promise<Snapshot> {
  const engine = await startDynamoEngine();
  await barePuts(engine.client, items, batchesInFlight);
  return engine.freeze();
}

/** Stage 2 into an empty table, against bare loops that insert or put the very same items. */
export async function benchBulkCopy({ rows, pairs }: BenchSettings): Promise<BenchLine> {
  const bench = new BenchRows(rows);
  const run = await ImportRun.open(bench.file);
  const empty = await startDynamoEngine();
  await run.choosePath(empty);
  await empty.stop();
  const items = bench.items(run.plan);
  const statements = insertStatements(items);
  const rates = await measureRounds(
    [
      {
        name: 'stage',
        run: onFreshEngine(rows, undefined, (engine) => timeStage(run, 'bulk-copy', engine, 'inserted', rows)),
      },
      {
        name: 'bare',
        run: onFreshEngine(rows, undefined, ({ client }) =>
          seconds(() => bareInserts(client, statements, batchesInFlight)),
        ),
      },
      {
        name: 'put',
        run: onFreshEngine(rows, undefined, ({ client }) => seconds(() => barePuts(client, items, batchesInFlight))),
      },
    ],
    pairs,
  );
  await run.close();
  return {
    ...line('import.bulk-copy', rates, pairs),
    batchWriteBaseline: Math.round(median(rates('put'))),
    batchWriteRatio: rounded(medianRatio(rates('stage'), rates('put'))),
  };
}

/** Stage 4 into a table that holds one other customer, against the same bare loop. */
export async function benchInsert({ rows, pairs }: BenchSettings): Promise<BenchLine> {
  const bench = new BenchRows(rows);
  const run = await ImportRun.open(bench.file);
  const items = bench.items(run.plan);
  const other = items.slice(0, 1).map((item) => ({ ...item, SK: { S: 'another customer' } }));
  const snapshot = await loaded(other);
  const engine = await startDynamoEngine(snapshot);
  await run.choosePath(engine);
  await run.runStage('differentiate', engine);
  await engine.stop();
  const statements = insertStatements(items);
  const rates = await measureRounds(
    [
      {
        name: 'stage',
        run: onFreshEngine(rows, snapshot, (fresh) => timeStage(run, 'insert', fresh, 'inserted', rows)),
      },
      {
        name: 'bare',
        run: onFreshEngine(rows, snapshot, ({ client }) =>
          seconds(() => bareInserts(client, statements, batchesInFlight)),
        ),
      },
    ],
    pairs,
  );
  snapshot.remove();
  await run.close();
  return line('import.insert', rates, pairs);
}

/** Stage 3 over an unchanged file, against a bare loop of the read call that it chose. */
export async function benchUnchanged({ rows, pairs }: BenchSettings): Promise<BenchLine> {
  const bench = new BenchRows(rows);
  const run = await ImportRun.open(bench.file);
  const snapshot = await loaded(bench.items(run.plan));
  const engine = await startDynamoEngine(snapshot);
  const writes = countWrites(engine.client);
  await run.choosePath(engine);
  const method = await bench.readMethod(run.plan, engine);
  const [queries, keys] = [bench.queries(run.plan), bench.keys(run.plan)];
  const readAll = () =>
    method === 'query'
      ? bareQueries(engine.client, queries, readsInFlight)
      : bareGets(engine.client, keys, readsInFlight);
  const rates = await measureRounds(
    [
      { name: 'stage', run: async () => rows / (await timeStage(run, 'differentiate', engine, 'ignored', rows)) },
      {
        name: 'bare',
        run: async () =>
          rows /
          (await seconds(async () => {
            if ((await readAll()) !== rows) throw new Error('The bare loop did not read every customer.');
          })),
      },
    ],
    pairs,
  );
  await engine.stop();
  snapshot.remove();
  await run.close();
  return { ...line('import.unchanged', rates, pairs), read: method, written: writes() };
}

/** Stage 5 over customers that all differ, against a bare loop of the very same conditional updates. */
export async function benchUpdate({ rows, pairs }: BenchSettings): Promise<BenchLine> {
  const bench = new BenchRows(rows);
  const run = await ImportRun.open(bench.file);
  const snapshot = await loaded(bench.earlierItems(run.plan));
  const engine = await startDynamoEngine(snapshot);
  await run.choosePath(engine);
  await run.runStage('differentiate', engine);
  await engine.stop();
  const updates = bench.updates(run.plan);
  const rates = await measureRounds(
    [
      {
        name: 'stage',
        run: onFreshEngine(rows, snapshot, (fresh) => timeStage(run, 'update', fresh, 'updated', rows)),
      },
      {
        name: 'bare',
        run: onFreshEngine(rows, snapshot, ({ client }) =>
          seconds(() => bareUpdates(client, updates, updatesInFlight)),
        ),
      },
    ],
    pairs,
  );
  snapshot.remove();
  await run.close();
  return line('import.update', rates, pairs);
}
