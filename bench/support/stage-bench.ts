import { CUSTOMERS_SETTINGS } from '../../functions/customers/index.ts';
import { barePuts } from './bare-loops.ts';
import { type DynamoEngine, type Snapshot, startDynamoEngine } from './dynamo-engine.ts';
import type { ImportRun, StageName, StageRun } from './import-run.ts';

/** The least that gives a figure; more is steadier. */
export const PAIRS = 5;
/** Enough that a stage's start and end do not count, and few enough for a benchmark of some minutes. */
export const ROWS = 20_000;

/** Rows a second of a run on an engine of its own, which starts and ends outside the measured time. */
export async function onFreshEngine(
  rows: number,
  from: Snapshot | undefined,
  run: (engine: DynamoEngine) => Promise<number>,
): Promise<number> {
  const engine = await startDynamoEngine(from);
  try {
    return rows / (await run(engine));
  } finally {
    await engine.stop();
  }
}

export async function seconds(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return (performance.now() - begun) / 1_000;
}

/** Seconds of a stage. @throws Error when not every row had the expected fate, for then something else was measured */
export async function timeStage(
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
export async function loadedEngine(items: Parameters<typeof barePuts>[1]): Promise<Snapshot> {
  const engine = await startDynamoEngine();
  await barePuts(engine.client, items, CUSTOMERS_SETTINGS.batchesInFlight);
  return engine.freeze();
}
