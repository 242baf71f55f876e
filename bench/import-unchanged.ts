import { CUSTOMERS_SETTINGS } from '../functions/customers/index.ts';
import { bareGets, bareQueries } from './support/bare-loops.ts';
import type { Bench } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { countWrites, startDynamoEngine } from './support/dynamo-engine.ts';
import { ImportRun } from './support/import-run.ts';
import { comparedLine } from './support/pairs.ts';
import { measureRounds } from './support/rounds.ts';
import { loadedEngine, PAIRS, ROWS, seconds, timeStage } from './support/stage-bench.ts';

const { readsInFlight } = CUSTOMERS_SETTINGS;

/**
 * Stage 3 over a file whose rows are all in the table, against a bare loop of the read call that the stage chooses for it.
 * `written` counts the requests of all runs together that could have written a customer.
 */
export const unchangedBench: Bench = async function* ({ rows = ROWS }) {
  const bench = new BenchRows(rows);
  const run = await ImportRun.open(bench.file);
  const snapshot = await loadedEngine(bench.items(run.plan));
  const engine = await startDynamoEngine(snapshot);
  const written = countWrites(engine.client);
  await run.chooseRoute(engine);
  const read = await bench.readMethod(run.plan, engine);
  const [queries, keys] = [bench.queries(run.plan), bench.keys(run.plan)];
  const readBare = async () => {
    const found = await (read === 'query'
      ? bareQueries(engine.client, queries, readsInFlight)
      : bareGets(engine.client, keys, readsInFlight));
    if (found !== rows) throw new Error(`The bare loop read ${found} customers.`);
  };
  const rounds = await measureRounds(PAIRS, [
    { name: 'stage', run: async () => rows / (await timeStage(run, 'differentiate', engine, 'ignored', rows)) },
    { name: 'read', run: async () => rows / (await seconds(readBare)) },
  ]);
  await engine.stop();
  snapshot.remove();
  await run.close();
  yield { ...comparedLine('import.unchanged', 'rows/s', rounds('stage', 'read')), read, written: written() };
};
