import { FileObjectStore } from '../../functions/imports/object-store/file-object-store.ts';
import type { ObjectStore } from '../../functions/imports/ports.ts';

/** Which object store a benchmark works on; plain data, so that it can be told to other processes. */
export type StorePlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 's3'; readonly endpoint: string };

export const BENCH_BUCKET = 'bench';
/** Good for the benchmark's own S3 server only. */
export const BENCH_CREDENTIALS = { accessKeyId: 'bench', secretAccessKey: 'bench-secret' };

export async function openStore(place: StorePlace): Promise<ObjectStore> {
  if (place.kind === 'folder') return new FileObjectStore(place.folder);
  // The SDK takes a while to load: a process that works on files does without.
  const { S3Client } = await import('@aws-sdk/client-s3');
  const { S3ObjectStore } = await import('../../functions/imports/object-store/s3-object-store.ts');
  const client = new S3Client({
    endpoint: place.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: BENCH_CREDENTIALS,
  });
  return new S3ObjectStore(client, BENCH_BUCKET);
}
