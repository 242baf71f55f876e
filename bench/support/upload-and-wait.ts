import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Cloud } from '../../local/cloud.ts';
import type { ApiClient } from '../../local/start/api-client.ts';
import type { ImportUsage } from './commit-run.ts';

const POLL_MS = 100;

const Counts = z.object({ updated: z.int(), inserted: z.int(), ignored: z.int(), failed: z.int() });
const ImportsSchema = z.object({
  items: z.array(z.object({ importId: z.string(), fileName: z.string(), status: z.string() })),
});
const EndedSchema = z.object({
  counts: Counts,
  metered: z.object({ writeUnits: z.number(), readUnits: z.number(), transitions: z.number(), s3Requests: z.number() }),
  files: z.array(z.object({ bytes: z.int() })),
});

/**
 * Uploads a file, waits for the end of its import, and returns its usage.
 * @param expected the counts that are not 0
 * @throws Error if the import ends with other counts
 */
export async function uploadAndWait(
  { endpoints, region, credentials, outputs }: Cloud,
  api: ApiClient,
  prefix: string,
  name: string,
  file: string,
  expected: Partial<z.infer<typeof Counts>>,
): Promise<ImportUsage> {
  const s3 = new S3Client({ endpoint: endpoints.s3, region, credentials });
  await s3.send(new PutObjectCommand({ Bucket: outputs.DataBucketName, Key: `uploads/${prefix}/${name}`, Body: file }));
  const importId = await waitForEnd(api, prefix, name);
  const { counts, metered, files } = EndedSchema.parse((await api.get(`/imports/${importId}`)).body);
  if (!isDeepStrictEqual(counts, { updated: 0, inserted: 0, ignored: 0, failed: 0, ...expected })) {
    throw new Error(`The import of ${name} ended with ${JSON.stringify(counts)}.`);
  }
  return { ...metered, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function waitForEnd(api: ApiClient, prefix: string, name: string): Promise<string> {
  for (;;) {
    const { items } = ImportsSchema.parse((await api.get(`/imports?prefix=${prefix}`)).body);
    const found = items.find(({ fileName }) => fileName === name);
    if (found && !['awaiting-upload', 'received', 'queued', 'running'].includes(found.status)) return found.importId;
    await sleep(POLL_MS);
  }
}
