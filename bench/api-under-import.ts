import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CUSTOMERS_SETTINGS } from '../functions/customers/index.ts';
import { ADMINISTRATOR } from '../local/auth/people.ts';
import { functionSlots } from '../local/cloud/compute.ts';
import { bootCloud, type Cloud } from '../local/cloud.ts';
import { ApiClient, expectStatus } from '../local/start/api-client.ts';
import type { Bench } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { importFile, publishBenchTable } from './support/cloud-import.ts';
import { comparedLine, measurePairs } from './support/pairs.ts';
import type { WriteShare } from './support/write-worker.ts';

const ROWS = 100_000;
const PAIRS = 3;
/** A caller reads an answer before the next call; the pause also prevents the caller from causing the load. */
const BETWEEN_CALLS_MS = 20;
const WARM_UP_ROWS = 2_000;
const READ = '/accounts/BRI/crm-tables/E2E0';

/**
 * The 99th percentile of the API's latency during an import, against the same while as many processes as the import may run
 * at once write the same customers in bare loops, with as many concurrent batches each. Both use the embedded cloud with
 * its DynamoDB engine.
 */
export const apiUnderImportBench: Bench = async function* ({ rows = ROWS }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
  const cloud = await bootCloud({ dataDir });
  try {
    const api = new ApiClient(cloud.endpoints.api, await cloud.token({ user: ADMINISTRATOR.userId }));
    expectStatus(await api.post('/accounts', { prefix: 'BRI', name: 'Bench', manager: 'Bench' }), 'The account', 201);
    let run = 0;
    const file = new BenchRows(rows).file;
    const duringImport = async (): Promise<number> => {
      run += 1;
      const prefix = `E2E${run}`;
      await publishBenchTable(api, prefix);
      return p99During(api, () => importFile(cloud, api, prefix, file, rows));
    };
    const duringLoops = async (): Promise<number> => {
      run += 1;
      const writers = await startWriters(cloud, rows, run);
      return p99During(api, () => writeAll(writers));
    };
    // Starts every kind of function once before the measurement.
    await publishBenchTable(api, 'E2E0');
    await importFile(cloud, api, 'E2E0', new BenchRows(WARM_UP_ROWS).file, WARM_UP_ROWS);
    yield comparedLine('api-under-import', 'ms', await measurePairs(PAIRS, duringImport, duringLoops));
  } finally {
    await cloud.stop();
    await rm(dataDir, { recursive: true });
  }
};

/** The 99th percentile of the API's latency in milliseconds, of sequential calls while `work` runs. */
async function p99During(api: ApiClient, work: () => Promise<unknown>): Promise<number> {
  const waits: number[] = [];
  let isOver = false;
  const working = work().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const startedAt = performance.now();
    expectStatus(await api.get(READ), 'Reading the table', 200);
    waits.push(performance.now() - startedAt);
    await sleep(BETWEEN_CALLS_MS);
  }
  await working;
  const sorted = waits.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}

/** Starts one process for each function that an import may run at once, ready to write. */
async function startWriters(cloud: Cloud, rows: number, run: number): Promise<ChildProcess[]> {
  const { maxRunning, reservedForCallers } = functionSlots();
  const every = maxRunning - reservedForCallers;
  const { engineUrl, region, credentials, outputs } = cloud;
  const share: Omit<WriteShare, 'first'> = {
    endpoint: engineUrl,
    region,
    credentials,
    table: outputs.CustomersTableName ?? '',
    rows,
    every,
    inFlight: CUSTOMERS_SETTINGS.batchesInFlight,
    run,
  };
  const writers = Array.from({ length: every }, (_, first) =>
    fork(join(import.meta.dirname, 'support/write-worker.ts'), [JSON.stringify({ ...share, first })]),
  );
  await Promise.all(writers.map(ready));
  return writers;
}

async function ready(writer: ChildProcess): Promise<void> {
  const dead = once(writer, 'exit').then(() => {
    throw new Error('A process of the bare loop did not start.');
  });
  await Promise.race([once(writer, 'message'), dead]);
}

async function writeAll(writers: readonly ChildProcess[]): Promise<void> {
  const ends = writers.map((writer) => once(writer, 'exit'));
  for (const writer of writers) writer.send('go');
  for (const [code] of await Promise.all(ends)) if (code !== 0) throw new Error('A process of the bare loop failed.');
}
