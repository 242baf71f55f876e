import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { startTestStore } from './test-store.ts';

const LARGE = Buffer.alloc(30 * 1024 * 1024, 'large');

const filesIn = (directory: string) =>
  readdirSync(join(directory, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('an object that is deleted while it is read is read to its end, and then its file goes', async () => {
  await using store = await startTestStore();
  const about = { Bucket: 'plain', Key: 'large' };
  await store.client.send(new PutObjectCommand({ ...about, Body: LARGE }));
  const { Body } = await store.client.send(new GetObjectCommand(about));
  await store.client.send(new DeleteObjectCommand(about));
  expect(filesIn(store.directory)).toHaveLength(1);
  const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
  expect(bytes.equals(LARGE)).toBe(true);
  while (filesIn(store.directory).length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
});

test('a replaced object leaves no file', async () => {
  await using store = await startTestStore();
  for (const bytes of [20_000, 30_000, 10]) {
    await store.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'replaced', Body: Buffer.alloc(bytes) }));
    expect(filesIn(store.directory)).toHaveLength(bytes > 10 ? 1 : 0);
  }
});

test('a reader that goes away, and one that never reads, do not keep the store from closing', async () => {
  const store = await startTestStore();
  const about = { Bucket: 'plain', Key: 'large' };
  await store.client.send(new PutObjectCommand({ ...about, Body: LARGE }));
  const open = async () => {
    const { Body } = await store.client.send(new GetObjectCommand(about));
    const stream = Body as Readable;
    stream.on('error', () => undefined);
    return stream;
  };
  (await open()).destroy();
  await open();
  const startedAt = Date.now();
  await store.close();
  expect(Date.now() - startedAt).toBeLessThan(5000);
  expect(store.errors).toEqual([]);
});
