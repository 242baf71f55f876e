import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CUSTOMERS_SETTINGS } from '../functions/customers/index.ts';
import { ADMINISTRATOR } from '../local/auth/people.ts';
import { bootCloud } from '../local/cloud.ts';
import { ApiClient, expectStatus } from '../local/start/api-client.ts';
import { bareInserts, insertStatements } from './support/bare-loops.ts';
import type { Bench } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { importFile, publishBenchTable } from './support/cloud-import.ts';
import { startDynamoEngine } from './support/dynamo-engine.ts';
import { benchPlan } from './support/import-run.ts';
import { comparedLine, measurePairs } from './support/pairs.ts';

const ROWS = 100_000;
const PAIRS = 5;

/**
 * A file from its upload to the end of its import, through S3, rule, queue, workflow, stages and output files, in the embedded
 * cloud: rows a second, against a bare PartiQL INSERT loop of the same items. Every run has a separate CRM table.
 */
export const endToEndBench: Bench = async function* ({ rows = ROWS }) {
  const bench = new BenchRows(rows);
  const statements = insertStatements(bench.items(benchPlan(bench.file)));
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
  const cloud = await bootCloud({ dataDir });
  try {
    const api = new ApiClient(cloud.endpoints.api, await cloud.token({ user: ADMINISTRATOR.userId }));
    expectStatus(await api.post('/accounts', { prefix: 'BRI', name: 'Bench', manager: 'Bench' }), 'The account', 201);
    let run = 0;
    const imported = async (): Promise<number> => {
      run += 1;
      const prefix = `E2E${run}`;
      await publishBenchTable(api, prefix);
      return rows / (await importFile(cloud, api, prefix, bench.file, rows));
    };
    const inserted = async (): Promise<number> => {
      const engine = await startDynamoEngine();
      const startedAt = performance.now();
      await bareInserts(engine.client, statements, CUSTOMERS_SETTINGS.batchesInFlight);
      const seconds = (performance.now() - startedAt) / 1000;
      await engine.stop();
      return rows / seconds;
    };
    // The first import finds no warm execution environment and does not count.
    await imported();
    yield comparedLine('import.end-to-end', 'rows/s', await measurePairs(PAIRS, imported, inserted));
  } finally {
    await cloud.stop();
    await rm(dataDir, { recursive: true });
  }
};
