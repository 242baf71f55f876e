import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ObjectMissing, type ObjectStore, UploadGone } from '../../../../functions/shared/domain/object-store.ts';
import { FileObjectStore } from '../../../../functions/shared/object-store/file-object-store.ts';
import { S3ObjectStore } from '../../../../functions/shared/object-store/s3-object-store.ts';
import { createS3Server } from '../../../../local/s3/server.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

const folder = await mkdtemp(join(tmpdir(), 'object-store-'));
const server = createS3Server({
  directory: join(folder, 's3'),
  buckets: [{ name: 'data', versioned: true }],
  credentials: { test: 'secret' },
  minimumPartBytes: 5,
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

const text = async (bytes: Promise<Uint8Array>) => Buffer.from(await bytes).toString();

async function keysOf(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

describe.each<[string, () => ObjectStore]>([
  ['in a folder', () => new FileObjectStore(folder)],
  ['in memory', () => new MemoryObjectStore()],
  ['in S3', () => new S3ObjectStore(client, 'data')],
])('an object store %s', (_name, make) => {
  const store = make();

  test('reads whole objects and ranges of them', async () => {
    await store.put('read/a', 'hello world');
    expect(await text(store.read('read/a'))).toBe('hello world');
    expect(await text(store.read('read/a', { start: 6 }))).toBe('world');
    expect(await text(store.read('read/a', { start: 2, end: 4 }))).toBe('ll');
    expect(await text(store.read('read/a', { start: 9, end: 40 }))).toBe('ld');
    expect(await text(store.read('read/a', { start: 4, end: 4 }))).toBe('');
    const target = Buffer.alloc(4, '-');
    expect(await store.readInto('read/a', target, { start: 9 })).toBe(2);
    expect(target.toString()).toBe('ld--');
    expect(await store.readInto('read/a', target, { start: 1 })).toBe(4);
    expect(await store.head('read/a')).toMatchObject({ size: 11 });
  });

  test('says that an object is missing', async () => {
    await expect(store.read('nothing')).rejects.toThrow(ObjectMissing);
    await expect(store.readInto('nothing', Buffer.alloc(1))).rejects.toThrow(ObjectMissing);
    expect(await store.head('nothing')).toBeUndefined();
  });

  test('creates an object once', async () => {
    expect(await store.create('once', 'first')).toBe('created');
    expect(await store.create('once', 'second')).toBe('exists');
    expect(await text(store.read('once'))).toBe('first');
  });

  test('accepts any key, and lists keys in the order of their bytes', async () => {
    const keys = [
      'l/',
      'l/%2E',
      'l/.',
      'l/..',
      'l/../up',
      'l/Z',
      'l/_',
      'l/a',
      'l/a/b',
      'l/a~',
      'l/a~/b',
      'l/é "x"',
      'l/�',
    ];
    for (const key of keys) await store.put(key, key);
    expect(await keysOf(store, 'l/')).toEqual(keys);
    for (const key of keys) expect(await text(store.read(key))).toBe(key);
    expect((await readdir(join(folder, '..'))).includes('up')).toBe(false);
  });

  test('makes an object of parts', async () => {
    const uploadId = await store.openUpload('parts');
    expect(await store.isUploadOpen('parts', uploadId)).toBe(true);
    const second = await store.putPart('parts', uploadId, 2, Buffer.from('world'));
    await store.putPart('parts', uploadId, 1, Buffer.from('an earlier try'));
    const first = await store.putPart('parts', uploadId, 1, Buffer.from('hello '));
    expect(await store.head('parts')).toBeUndefined();
    await store.completeUpload('parts', uploadId, [first, second]);
    expect(await text(store.read('parts'))).toBe('hello world');
    expect(await text(store.read('parts', { start: 4, end: 8 }))).toBe('o wo');
    expect(await keysOf(store, 'parts')).toEqual(['parts']);
    expect(await store.create('parts', 'x')).toBe('exists');
    expect(await store.isUploadOpen('parts', uploadId)).toBe(false);
    await expect(store.putPart('parts', uploadId, 1, Buffer.from('x'))).rejects.toThrow(UploadGone);
    await expect(store.completeUpload('parts', uploadId, [first, second])).rejects.toThrow(UploadGone);
    await store.put('parts', 'replaced');
    expect(await text(store.read('parts'))).toBe('replaced');
  });
});

describe.each<[string, () => ObjectStore]>([
  ['in memory', () => new MemoryObjectStore()],
  ['in S3', () => new S3ObjectStore(client, 'data')],
])('a versioned object store %s', (_name, make) => {
  const store = make();

  test('reads the requested version', async () => {
    await store.put('versioned', 'first');
    const versionId = (await store.head('versioned'))?.versionId;
    await store.put('versioned', 'second one');
    expect(await text(store.read('versioned', { versionId }))).toBe('first');
    expect(await store.head('versioned', versionId)).toMatchObject({ size: 5, versionId });
    expect(await text(store.read('versioned'))).toBe('second one');
    await expect(store.read('versioned', { versionId: 'no-such-version' })).rejects.toThrow(ObjectMissing);
  });

  test('keeps an upload until it is aborted or completed', async () => {
    expect(await store.isUploadOpen('versioned', 'no-such-upload')).toBe(false);
    await expect(store.putPart('versioned', 'no-such-upload', 1, Buffer.from('x'))).rejects.toThrow(UploadGone);
  });
});
