import { CUSTOMERS_SETTINGS } from '../../functions/customers/index.ts';
import { barePuts } from './bare-loops.ts';
import { type DynamoEngine, type Snapshot, startDynamoEngine } from './dynamo-engine.ts';
import type { ImportRun, StageName, StageRun } from './import-run.ts';

/** The smallest number of pairs that gives a usable figure; more pairs make it steadier. */
export const PAIRS = 5;
/** Enough rows to make a stage's start and end negligible, and few enough for a benchmark of some minutes. */
export const ROWS = 20_000;

/** Rows a second of a run on a new engine, which starts and ends outside the measured time. */
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

/** Seconds of a stage. @throws Error if a row did not have the expected fate, because the figure would then measure something else */
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

/** Files of an engine whose customers table holds these items. */
export async function loadedEngine(items: Parameters<typeof barePuts>[1]): Promise<Snapshot> {
  const engine = await startDynamoEngine();
  await barePuts(engine.client, items, CUSTOMERS_SETTINGS.batchesInFlight);
  return engine.freeze();
}
