import { createReadStream } from 'node:fs';
import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createS3Server } from '../../local/s3/server.ts';
import { BENCH_BUCKET, BENCH_CREDENTIALS } from './open-store.ts';

/** The embedded cloud's S3 in this process, over `directory`. */
export interface BenchS3 {
  readonly endpoint: string;
  upload(key: string, path: string): Promise<void>;
  close(): Promise<void>;
}

export async function startS3(directory: string, versioned = false): Promise<BenchS3> {
  const { accessKeyId, secretAccessKey } = BENCH_CREDENTIALS;
  const server = createS3Server({
    directory,
    buckets: [{ name: BENCH_BUCKET, versioned }],
    credentials: { [accessKeyId]: secretAccessKey },
  });
  const { port } = await server.listen(0);
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials: BENCH_CREDENTIALS });
  return {
    endpoint,
    upload: async (Key, path) => {
      const params = { Bucket: BENCH_BUCKET, Key, Body: createReadStream(path) };
      await new Upload({ client, params, partSize: 64 * 1024 * 1024 }).done();
    },
    close: async () => {
      client.destroy();
      await server.close();
    },
  };
}
