import { CUSTOMERS_SETTINGS } from '../functions/customers/index.ts';
import { bareInserts, insertStatements } from './support/bare-loops.ts';
import type { Bench } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { startDynamoEngine } from './support/dynamo-engine.ts';
import { ImportRun } from './support/import-run.ts';
import { comparedLine } from './support/pairs.ts';
import { measureRounds } from './support/rounds.ts';
import { loadedEngine, onFreshEngine, PAIRS, ROWS, seconds, timeStage } from './support/stage-bench.ts';

/** Stage 4 into a table that holds another customer, against a bare PartiQL INSERT loop of the same items. */
export const insertBench: Bench = async function* ({ rows = ROWS }) {
  const bench = new BenchRows(rows);
  const run = await ImportRun.open(bench.file);
  const items = bench.items(run.plan);
  const another = items.slice(0, 1).map((item) => ({ ...item, SK: { S: 'another customer' } }));
  const snapshot = await loadedEngine(another);
  const engine = await startDynamoEngine(snapshot);
  await run.chooseRoute(engine);
  await run.runStage('differentiate', engine);
  await engine.stop();
  const statements = insertStatements(items);
  const rounds = await measureRounds(PAIRS, [
    {
      name: 'stage',
      run: () => onFreshEngine(rows, snapshot, (fresh) => timeStage(run, 'insert', fresh, 'inserted', rows)),
    },
    {
      name: 'insert',
      run: () =>
        onFreshEngine(rows, snapshot, ({ client }) =>
          seconds(() => bareInserts(client, statements, CUSTOMERS_SETTINGS.batchesInFlight)),
        ),
    },
  ]);
  snapshot.remove();
  await run.close();
  yield comparedLine('import.insert', 'rows/s', rounds('stage', 'insert'));
};
