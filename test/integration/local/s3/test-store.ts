import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { S3ServerOptions } from '../../../../local/s3/options.ts';
import { createS3Server } from '../../../../local/s3/server.ts';

export const ACCESS_KEY_ID = 'AKIDTEST';
export const SECRET_ACCESS_KEY = 'secret/of+the=tests';

export interface TestStore extends AsyncDisposable {
  readonly directory: string;
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  readonly client: S3Client;
  /** The defects that the store reported. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

/** A store with a versioned bucket `data` and an unversioned bucket `plain`, in a new directory unless one is given. */
export async function startTestStore(options: Partial<S3ServerOptions> = {}): Promise<TestStore> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 's3-store-')));
  const errors: unknown[] = [];
  const server = createS3Server({
    buckets: [
      { name: 'data', versioned: true },
      { name: 'plain', versioned: false },
    ],
    credentials: { [ACCESS_KEY_ID]: SECRET_ACCESS_KEY },
    reportError: (error) => errors.push(error),
    ...options,
    directory,
  });
  const { port } = await server.listen(0);
  const client = testClient(port);
  const close = async () => {
    client.destroy();
    await server.close();
  };
  return {
    directory,
    port,
    address: `http://127.0.0.1:${port}`,
    client,
    errors,
    close,
    [Symbol.asyncDispose]: async () => {
      await close();
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}

export function testClient(port: number, credentials?: { accessKeyId: string; secretAccessKey: string }): S3Client {
  return new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: credentials ?? { accessKeyId: ACCESS_KEY_ID, secretAccessKey: SECRET_ACCESS_KEY },
  });
}

/** The error of an SDK call as `<status> <code>`, or `accepted`. */
export async function rejection(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    return `${$metadata?.httpStatusCode} ${name}`;
  }
  return 'accepted';
}
