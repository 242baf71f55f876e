import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { CUSTOMERS_SETTINGS } from '../functions/customers/index.ts';
import { bootCloud, type Cloud } from '../local/cloud.ts';
import { ApiClient, expectStatus } from '../local/start/api-client.ts';
import { bareInserts, insertStatements } from './support/bare-loops.ts';
import type { Bench } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { BENCH_TABLE } from './support/bench-table.ts';
import { startDynamoEngine } from './support/dynamo-engine.ts';
import { benchPlan } from './support/import-run.ts';
import { comparedLine, measurePairs } from './support/pairs.ts';

const ROWS = 100_000;
const PAIRS = 5;
const POLL_MS = 50;
const TABLES = '/accounts/BRI/crm-tables';

const ListSchema = z.object({
  items: z.array(z.object({ status: z.string(), counts: z.object({ inserted: z.int() }).optional() })),
});

/**
 * A file from its upload to the end of its import, by way of S3, rule, queue, workflow, stages and files, in the embedded
 * cloud: rows a second, against a bare PartiQL INSERT loop of the same items. Every run has a CRM table of its own.
 */
export const endToEndBench: Bench = async function* ({ rows = ROWS }) {
  const bench = new BenchRows(rows);
  const statements = insertStatements(bench.items(benchPlan(bench.file)));
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
  const cloud = await bootCloud({ dataDir });
  try {
    const api = new ApiClient(cloud.endpoints.api, await cloud.token({ user: 'bench', groups: ['administrator'] }));
    expectStatus(await api.post('/accounts', { prefix: 'BRI', name: 'Bench', manager: 'Bench' }), 'The account', 201);
    let run = 0;
    const imported = async (): Promise<number> => {
      run += 1;
      const prefix = `E2E${run}`;
      await publishTable(api, prefix);
      return rows / (await timeImport(cloud, api, prefix, bench.file, rows));
    };
    const inserted = async (): Promise<number> => {
      const engine = await startDynamoEngine();
      const startedAt = performance.now();
      await bareInserts(engine.client, statements, CUSTOMERS_SETTINGS.batchesInFlight);
      const seconds = (performance.now() - startedAt) / 1000;
      await engine.stop();
      return rows / seconds;
    };
    // The first import finds no execution environment warm, as the first of a day would; it is not counted.
    await imported();
    yield comparedLine('import.end-to-end', 'rows/s', await measurePairs(PAIRS, imported, inserted));
  } finally {
    await cloud.stop();
    await rm(dataDir, { recursive: true });
  }
};

async function publishTable(api: ApiClient, prefix: string): Promise<void> {
  const { name, defaultCountry, tabs, fields } = BENCH_TABLE;
  const created = expectStatus(await api.post(TABLES, { prefix, name, defaultCountry }), 'Making the table', 201);
  const draft = { name, defaultCountry, tabs, fields };
  const saved = expectStatus(await api.put(`${TABLES}/${prefix}`, draft, created.etag), 'Saving the draft', 200);
  expectStatus(await api.post(`${TABLES}/${prefix}/publish`, undefined, saved.etag), 'Publishing', 201);
}

/** Seconds from the first byte of the upload to the import's end. */
async function timeImport(cloud: Cloud, api: ApiClient, prefix: string, file: string, rows: number): Promise<number> {
  const { endpoints, region, credentials, outputs } = cloud;
  const s3 = new S3Client({ endpoint: endpoints.s3, region, credentials });
  const startedAt = performance.now();
  await s3.send(
    new PutObjectCommand({ Bucket: outputs.DataBucketName, Key: `uploads/${prefix}/rows.csv`, Body: file }),
  );
  for (;;) {
    const { items } = ListSchema.parse((await api.get(`/imports?prefix=${prefix}`)).body);
    const [newest] = items;
    if (newest && !['queued', 'running'].includes(newest.status)) {
      if (newest.counts?.inserted !== rows) throw new Error(`The import ended ${JSON.stringify(newest)}`);
      return (performance.now() - startedAt) / 1000;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
