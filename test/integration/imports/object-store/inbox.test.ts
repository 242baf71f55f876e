import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, expect, test } from '@jest/globals';
import { S3Inbox } from '../../../../functions/imports/object-store/s3-inbox.ts';
import { createS3Server } from '../../../../local/s3/server.ts';

const folder = await mkdtemp(join(tmpdir(), 'inbox-'));
const server = createS3Server({
  directory: folder,
  buckets: [{ name: 'data', versioned: true }],
  credentials: { test: 'secret' },
});
const { port } = await server.listen(0);
const client = new S3Client({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'us-east-1',
  forcePathStyle: true,
  credentials: { accessKeyId: 'test', secretAccessKey: 'secret' },
});
afterAll(async () => {
  client.destroy();
  await server.close();
  await rm(folder, { recursive: true });
});

const at = (key: string) => ({ Bucket: 'data', Key: key });

async function put(key: string): Promise<string> {
  const { VersionId = '' } = await client.send(new PutObjectCommand({ ...at(key), Body: key }));
  return VersionId;
}

test('an inbox lists the current version of each file, over as many pages as there are', async () => {
  const expected: string[] = [];
  for (const name of ['a.csv', 'b c.csv', 'd/e.csv', 'é.csv']) {
    await put(`inbox/T/${name}`);
    expected.push(`inbox/T/${name} ${await put(`inbox/T/${name}`)}`);
  }
  await put('inbox/T/folder/');
  await put('inbox/T/gone.csv');
  await client.send(new DeleteObjectCommand(at('inbox/T/gone.csv')));
  await put('inbox/TX/other.csv');
  const pages: number[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      pages.push(1);
      return next({ ...args, input: { ...args.input, MaxKeys: 3 } });
    },
    { step: 'initialize' },
  );
  const found: string[] = [];
  for await (const { key, versionId, modifiedAt } of new S3Inbox(client, 'data').list('inbox/T/')) {
    found.push(`${key} ${versionId}`);
    expect(Date.now() - modifiedAt.getTime()).toBeLessThan(60_000);
  }
  expect(found).toEqual(expected);
  expect(pages.length).toBeGreaterThan(3);
});
