import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMINISTRATOR } from '../local/auth/people.ts';
import { bootCloud } from '../local/cloud.ts';
import { ApiClient, expectStatus } from '../local/start/api-client.ts';
import type { Bench } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { importFile, publishBenchTable } from './support/cloud-import.ts';
import { comparedLine, measurePairs } from './support/pairs.ts';

const ROWS = 2;
const PAIRS = 5;
const IMPORTS = 6;

/**
 * Several imports of a few rows, each into a separate CRM table, concurrently against one after the other: seconds until the
 * last has ended, in the embedded cloud. A ratio above 1 means that the imports hinder each other.
 */
export const smallImportsBench: Bench = async function* ({ rows = ROWS }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
  const cloud = await bootCloud({ dataDir });
  try {
    const api = new ApiClient(cloud.endpoints.api, await cloud.token({ user: ADMINISTRATOR.userId }));
    expectStatus(await api.post('/accounts', { prefix: 'BRI', name: 'Bench', manager: 'Bench' }), 'The account', 201);
    const { file } = new BenchRows(rows);
    let tables = 0;
    const newTables = async (): Promise<string[]> => {
      const prefixes = Array.from({ length: IMPORTS }, () => `SML${++tables}`);
      for (const prefix of prefixes) await publishBenchTable(api, prefix);
      return prefixes;
    };
    const secondsOf = async (work: (prefixes: string[]) => Promise<unknown>): Promise<number> => {
      const prefixes = await newTables();
      const startedAt = performance.now();
      await work(prefixes);
      return (performance.now() - startedAt) / 1000;
    };
    const imported = (prefix: string) => importFile(cloud, api, prefix, file, rows);
    const atOnce = () => secondsOf((prefixes) => Promise.all(prefixes.map(imported)));
    const inTurn = () =>
      secondsOf(async (prefixes) => {
        for (const prefix of prefixes) await imported(prefix);
      });
    // The first round finds fewer warm environments than the others and does not count.
    await inTurn();
    await atOnce();
    yield comparedLine('small-imports', 's', await measurePairs(PAIRS, atOnce, inTurn));
  } finally {
    await cloud.stop();
    await rm(dataDir, { recursive: true });
  }
};
