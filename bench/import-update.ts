import { CUSTOMERS_SETTINGS } from '../functions/customers/index.ts';
import { bareUpdates } from './support/bare-loops.ts';
import type { Bench } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { startDynamoEngine } from './support/dynamo-engine.ts';
import { ImportRun } from './support/import-run.ts';
import { comparedLine } from './support/pairs.ts';
import { measureRounds } from './support/rounds.ts';
import { loadedEngine, onFreshEngine, PAIRS, ROWS, seconds, timeStage } from './support/stage-bench.ts';

/** Stage 5 over customers that all differ in one field, against a bare loop of the same conditional updates. */
export const updateBench: Bench = async function* ({ rows = ROWS }) {
  const bench = new BenchRows(rows);
  const run = await ImportRun.open(bench.file);
  const snapshot = await loadedEngine(bench.earlierItems(run.plan));
  const engine = await startDynamoEngine(snapshot);
  await run.chooseRoute(engine);
  await run.runStage('differentiate', engine);
  await engine.stop();
  const updates = bench.updates(run.plan);
  const rounds = await measureRounds(PAIRS, [
    {
      name: 'stage',
      run: () => onFreshEngine(rows, snapshot, (fresh) => timeStage(run, 'update', fresh, 'updated', rows)),
    },
    {
      name: 'update',
      run: () =>
        onFreshEngine(rows, snapshot, ({ client }) =>
          seconds(() => bareUpdates(client, updates, CUSTOMERS_SETTINGS.updatesInFlight)),
        ),
    },
  ]);
  snapshot.remove();
  await run.close();
  yield comparedLine('import.update', 'rows/s', rounds('stage', 'update'));
};
