import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from '@jest/globals';
import { S3ClientUploads } from '../../../functions/imports/object-store/s3-client-uploads.ts';
import { type SignedRequest, UploadGone } from '../../../functions/shared/domain/object-store.ts';
import { S3ObjectAddresses } from '../../../functions/shared/object-store/s3-object-addresses.ts';
import { S3ObjectStore } from '../../../functions/shared/object-store/s3-object-store.ts';
import { createS3Server } from '../../../local/s3/server.ts';

/** The store's clock, which is later than the real time. */
let laterSeconds = 0;
const folder = await mkdtemp(join(tmpdir(), 'addresses-'));
const server = createS3Server({
  directory: folder,
  buckets: [{ name: 'data', versioned: true }],
  credentials: { test: 'secret' },
  minimumPartBytes: 1,
  clock: { now: () => new Date(Date.now() + laterSeconds * 1000) },
});
const { port } = await server.listen(0);
const client = new S3Client({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'us-east-1',
  forcePathStyle: true,
  credentials: { accessKeyId: 'test', secretAccessKey: 'secret' },
  requestChecksumCalculation: 'WHEN_REQUIRED',
});
afterAll(async () => {
  client.destroy();
  await server.close();
  await rm(folder, { recursive: true });
});

const store = new S3ObjectStore(client, 'data');
const uploads = new S3ClientUploads(client, 'data');
const addresses = new S3ObjectAddresses(client, 'data', { now: () => new Date() });

async function put({ url, headers }: SignedRequest, body: string, change: Record<string, string> = {}) {
  const response = await fetch(url, { method: 'PUT', headers: { ...headers, ...change }, body });
  const code = /<Code>(\w+)/.exec(await response.text())?.[1];
  return { status: response.status, code, etag: response.headers.get('etag') ?? '' };
}

const without = ({ headers, ...rest }: SignedRequest, name: string): SignedRequest => ({
  ...rest,
  headers: Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name)),
});

describe('an address for an upload', () => {
  test('creates one object of exactly its length, whatever the name of the file', async () => {
    const key = "uploads/P/i/ä b+c%2F&='(1)*!~.csv";
    const signed = await addresses.forUpload(key, 5);
    const longer = await put(signed, '123456', { 'content-length': '6' });
    expect(longer).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await put(without(signed, 'if-none-match'), '12345')).toMatchObject({ status: 403 });
    expect(await put({ ...signed, url: signed.url.replace('.csv?', '.txt?') }, '12345')).toMatchObject({ status: 403 });
    expect(await store.head(key)).toBeUndefined();
    expect(await put(signed, '12345')).toMatchObject({ status: 200 });
    expect(await put(signed, '54321')).toMatchObject({ status: 412, code: 'PreconditionFailed' });
    expect(Buffer.from(await store.read(key)).toString()).toBe('12345');
  });

  test('is valid for 5 minutes', async () => {
    const signed = await addresses.forUpload('uploads/P/i/late.csv', 1);
    expect(Date.parse(signed.expiresAt) - Date.now()).toBeLessThanOrEqual(5 * 60 * 1000);
    laterSeconds = 5 * 60 + 1;
    const late = await put(signed, 'x');
    laterSeconds = 4 * 60;
    const inTime = await put(signed, 'x');
    laterSeconds = 0;
    expect([late.status, late.code, inTime.status]).toEqual([403, 'AccessDenied', 200]);
  });
});

describe('an upload in parts', () => {
  const send = async (key: string, uploadId: string, partNumber: number, body: string) => ({
    partNumber,
    etag: (await put(await addresses.forPart(key, uploadId, partNumber, body.length), body)).etag,
  });

  test('takes parts of exactly their length, and becomes a new object once', async () => {
    const key = 'uploads/P/i/parts.csv';
    const uploadId = await store.openUpload(key);
    const signed = await addresses.forPart(key, uploadId, 1, 3);
    expect((await put(signed, 'four', { 'content-length': '4' })).status).toBe(403);
    expect((await put({ ...signed, url: signed.url.replace('partNumber=1', 'partNumber=2') }, 'abc')).status).toBe(403);
    const parts = [await send(key, uploadId, 1, 'abc'), await send(key, uploadId, 2, 'd')];
    expect(await uploads.listParts(key, uploadId)).toEqual([
      { ...parts[0], bytes: 3 },
      { ...parts[1], bytes: 1 },
    ]);
    expect(await uploads.completeNew(key, uploadId, parts)).toBe('created');
    expect(Buffer.from(await store.read(key)).toString()).toBe('abcd');
    await expect(uploads.completeNew(key, uploadId, parts)).rejects.toThrow(UploadGone);
    await expect(uploads.listParts(key, uploadId)).rejects.toThrow(UploadGone);
  });

  test('never replaces an object', async () => {
    const key = 'uploads/P/i/taken.csv';
    const uploadId = await store.openUpload(key);
    const part = await send(key, uploadId, 1, 'abc');
    await store.put(key, 'first');
    expect(await uploads.completeNew(key, uploadId, [part])).toBe('exists');
    expect(Buffer.from(await store.read(key)).toString()).toBe('first');
  });

  test('can be aborted, also twice', async () => {
    const uploadId = await store.openUpload('gone');
    await uploads.abortUpload('gone', uploadId);
    await uploads.abortUpload('gone', uploadId);
    await expect(uploads.listParts('gone', uploadId)).rejects.toThrow(UploadGone);
  });

  test('leaves no object when its file is deleted, also twice', async () => {
    const key = 'uploads/P/i/deleted.csv';
    await store.put(key, 'abc');
    const { versionId = '' } = (await store.head(key)) ?? {};
    await uploads.deleteFile(key);
    await uploads.deleteFile(key);
    expect(await store.head(key)).toBeUndefined();
    // Replaced versions stay readable until the bucket removes them.
    expect((await store.head(key, versionId))?.size).toBe(3);
  });

  test('lists more parts than one answer of S3 holds', async () => {
    const uploadId = await store.openUpload('many');
    const numbers = Array.from({ length: 1_001 }, (_, index) => index + 1);
    for (let at = 0; at < numbers.length; at += 50) {
      await Promise.all(
        numbers.slice(at, at + 50).map((number) => store.putPart('many', uploadId, number, Buffer.of(1))),
      );
    }
    const listed = await uploads.listParts('many', uploadId);
    expect(listed.map(({ partNumber }) => partNumber)).toEqual(numbers);
  });
});

describe('an address for a download', () => {
  test('returns its object as a file with its name, and no other object', async () => {
    await store.put('imports/P/i/a.txt', '<b>text</b>');
    await store.put('imports/P/i/b.txt', 'other');
    const { url } = await addresses.forDownload('imports/P/i/a.txt', 'Größe "1"\r\n; x=(2).txt');
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([200, '<b>text</b>']);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Gr__e _1___; x=(2).txt"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%0D%0A%3B%20x%3D%282%29.txt`,
    );
    expect((await fetch(url.replace('a.txt?', 'b.txt?'))).status).toBe(403);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
    expect((await fetch(url.replace('octet-stream', 'html'))).status).toBe(403);
  });
});
