import type { ObjectStore } from '../../functions/shared/domain/object-store.ts';
import { FileObjectStore } from '../../functions/shared/object-store/file-object-store.ts';

/** The object store of a benchmark; plain data, so that it can be sent to other processes. */
export type StorePlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 's3'; readonly endpoint: string };

export const BENCH_BUCKET = 'bench';
/** Valid only for the benchmark's S3 server. */
export const BENCH_CREDENTIALS = { accessKeyId: 'bench', secretAccessKey: 'bench-secret' };

export async function openStore(place: StorePlace): Promise<ObjectStore> {
  if (place.kind === 'folder') return new FileObjectStore(place.folder);
  // Loading the SDK takes time, which a process that works on files does not need to spend.
  const { S3Client } = await import('@aws-sdk/client-s3');
  const { S3ObjectStore } = await import('../../functions/shared/object-store/s3-object-store.ts');
  const client = new S3Client({
    endpoint: place.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: BENCH_CREDENTIALS,
  });
  return new S3ObjectStore(client, BENCH_BUCKET);
}
