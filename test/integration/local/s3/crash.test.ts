import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ObjectCreatedEvent } from '../../../../local/s3/events/object-created.ts';
import { startTestStore, testClient } from './test-store.ts';

let directory: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 's3-crash-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

/** Some are rows of the index and some are files. */
function bodyOf(key: string): string {
  return `body of ${key}`.repeat(key.endsWith('0') ? 2000 : 1);
}

async function startProcess(): Promise<S3Client> {
  const script = join(import.meta.dirname, 'store-process.ts');
  child = spawn(process.execPath, [script, directory, 'with-stuck-handler'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout ?? child, 'data');
  return testClient(Number(port));
}

async function kill(): Promise<void> {
  const exited = once(child ?? process, 'exit');
  child?.kill('SIGKILL');
  await exited;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('objects and events that were acknowledged before a kill -9 exist afterwards', async () => {
  const client = await startProcess();
  const acknowledged: string[] = [];
  const writing = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; ; n += 1) {
      const Key = `${writer}/${n}`;
      await client.send(new PutObjectCommand({ Bucket: 'data', Key, Body: bodyOf(Key) }));
      acknowledged.push(Key);
    }
  });
  const stopped = Promise.allSettled(writing);
  await until(() => acknowledged.length > 50);
  await kill();
  await stopped;

  const events: ObjectCreatedEvent[] = [];
  const onObjectEvent = async (event: ObjectCreatedEvent) => void events.push(event);
  await using store = await startTestStore({ directory, onObjectEvent });
  for (const Key of acknowledged) {
    const { Body } = await store.client.send(new GetObjectCommand({ Bucket: 'data', Key }));
    expect(await Body?.transformToString()).toBe(bodyOf(Key));
  }
  const { KeyCount = 0 } = await store.client.send(new ListObjectsV2Command({ Bucket: 'data' }));
  await until(() => events.length >= KeyCount);
  const delivered = new Set(events.map(({ detail }) => detail.object.key));
  expect(acknowledged.filter((key) => !delivered.has(key))).toEqual([]);
  client.destroy();
});

test('an upload continues after a kill -9', async () => {
  const client = await startProcess();
  const about = { Bucket: 'data', Key: 'resumed' };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(about));
  const { ETag } = await client.send(new UploadPartCommand({ ...about, UploadId, PartNumber: 1, Body: 'part' }));
  await kill();
  client.destroy();
  await using store = await startTestStore({ directory });
  const { Parts } = await store.client.send(new ListPartsCommand({ ...about, UploadId }));
  expect(Parts?.map((part) => part.ETag)).toEqual([ETag]);
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await store.client.send(new CompleteMultipartUploadCommand({ ...about, UploadId, MultipartUpload }));
});

test('files of requests that were cut off are removed at the next start', async () => {
  const first = await startTestStore({ directory });
  await first.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'kept', Body: bodyOf('kept/0') }));
  await first.close();
  writeFileSync(join(directory, 'blobs', 'ab', 'ab-left-behind'), 'x');
  await using second = await startTestStore({ directory });
  const { Body } = await second.client.send(new GetObjectCommand({ Bucket: 'data', Key: 'kept' }));
  expect(await Body?.transformToString()).toBe(bodyOf('kept/0'));
  expect(readdirSync(join(directory, 'blobs', 'ab'))).not.toContain('ab-left-behind');
});

test('a directory of another version is rejected', async () => {
  await (await startTestStore({ directory })).close();
  const database = new DatabaseSync(join(directory, 'index.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  await expect(startTestStore({ directory })).rejects.toThrow(/another version/);
});

test('a directory serves one store at a time', async () => {
  await using _first = await startTestStore({ directory });
  await expect(startTestStore({ directory })).rejects.toThrow(/locked/);
});
