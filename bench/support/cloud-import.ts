import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Cloud } from '../../local/cloud.ts';
import { type ApiClient, expectStatus } from '../../local/start/api-client.ts';
import { BENCH_TABLE } from './bench-table.ts';

const POLL_MS = 50;
const TABLES = '/accounts/BRI/crm-tables';

const ListSchema = z.object({
  items: z.array(z.object({ status: z.string(), counts: z.object({ inserted: z.int() }).optional() })),
});

/** Creates and publishes a CRM table with the benchmark's fields, in account BRI. */
export async function publishBenchTable(api: ApiClient, prefix: string): Promise<void> {
  const { name, defaultCountry, tabs, fields } = BENCH_TABLE;
  const created = expectStatus(await api.post(TABLES, { prefix, name, defaultCountry }), 'Making the table', 201);
  const draft = { name, defaultCountry, tabs, fields };
  const saved = expectStatus(await api.put(`${TABLES}/${prefix}`, draft, created.etag), 'Saving the draft', 200);
  expectStatus(await api.post(`${TABLES}/${prefix}/publish`, undefined, saved.etag), 'Publishing', 201);
}

/**
 * Uploads a file of new customers and waits for its import.
 * @returns seconds from the first byte of the upload to the import's end
 * @throws Error if it did not insert every row
 */
export async function importFile(
  cloud: Cloud,
  api: ApiClient,
  prefix: string,
  file: string,
  rows: number,
): Promise<number> {
  const { endpoints, region, credentials, outputs } = cloud;
  const s3 = new S3Client({ endpoint: endpoints.s3, region, credentials });
  const startedAt = performance.now();
  await s3.send(
    new PutObjectCommand({ Bucket: outputs.DataBucketName, Key: `uploads/${prefix}/rows.csv`, Body: file }),
  );
  for (;;) {
    const { items } = ListSchema.parse((await api.get(`/imports?prefix=${prefix}`)).body);
    const [newest] = items;
    if (newest && !['received', 'queued', 'running'].includes(newest.status)) {
      if (newest.counts?.inserted !== rows) throw new Error(`The import ended with ${JSON.stringify(newest)}`);
      return (performance.now() - startedAt) / 1000;
    }
    await sleep(POLL_MS);
  }
}
