import { CUSTOMERS_SETTINGS } from '../functions/customers/index.ts';
import { bareInserts, barePuts, insertStatements } from './support/bare-loops.ts';
import type { Bench } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { startDynamoEngine } from './support/dynamo-engine.ts';
import { ImportRun } from './support/import-run.ts';
import { comparedLine } from './support/pairs.ts';
import { measureRounds } from './support/rounds.ts';
import { onFreshEngine, PAIRS, ROWS, seconds, timeStage } from './support/stage-bench.ts';

const { batchesInFlight } = CUSTOMERS_SETTINGS;

/**
 * Stage 2 into an empty table, against a bare PartiQL INSERT loop of the same items, and (`.put`) against a bare
 * BatchWriteItem loop of them; same engine, same client, same concurrency.
 */
export const bulkCopyBench: Bench = async function* ({ rows = ROWS }) {
  const bench = new BenchRows(rows);
  const run = await ImportRun.open(bench.file);
  const empty = await startDynamoEngine();
  await run.chooseRoute(empty);
  await empty.stop();
  const items = bench.items(run.plan);
  const statements = insertStatements(items);
  const rounds = await measureRounds(PAIRS, [
    {
      name: 'stage',
      run: () => onFreshEngine(rows, undefined, (engine) => timeStage(run, 'bulk-copy', engine, 'inserted', rows)),
    },
    {
      name: 'insert',
      run: () =>
        onFreshEngine(rows, undefined, ({ client }) => seconds(() => bareInserts(client, statements, batchesInFlight))),
    },
    {
      name: 'put',
      run: () =>
        onFreshEngine(rows, undefined, ({ client }) => seconds(() => barePuts(client, items, batchesInFlight))),
    },
  ]);
  await run.close();
  yield comparedLine('import.bulk-copy', 'rows/s', rounds('stage', 'insert'));
  yield comparedLine('import.bulk-copy.put', 'rows/s', rounds('stage', 'put'));
};
