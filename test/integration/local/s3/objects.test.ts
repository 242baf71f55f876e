import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyText } from '../../../support/any-text.ts';
import { sendSigned } from './raw-request.ts';
import { rejection, startTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
});
afterAll(async () => {
  expect(store.errors).toEqual([]);
  await store[Symbol.asyncDispose]();
});

const put = (Bucket: string, Key: string, Body: string) =>
  store.client.send(new PutObjectCommand({ Bucket, Key, Body }));

async function read(input: GetObjectCommandInput): Promise<string> {
  const { Body } = await store.client.send(new GetObjectCommand(input));
  return (await Body?.transformToString()) ?? '';
}

describe('an object', () => {
  test('keeps its headers and its metadata', async () => {
    const about = {
      ContentType: 'text/csv; charset=utf-8',
      ContentDisposition: 'attachment; filename="x.csv"',
      ContentEncoding: 'identity',
      ContentLanguage: 'de',
      CacheControl: 'no-store',
      Metadata: { definition: 'd1', note: 'a, b' },
    };
    await store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'about', Body: 'x', ...about }));
    expect(await store.client.send(new GetObjectCommand({ Bucket: 'data', Key: 'about' }))).toMatchObject(about);
    expect(await store.client.send(new HeadObjectCommand({ Bucket: 'data', Key: 'about' }))).toMatchObject({
      ...about,
      ContentLength: 1,
      ETag: '"9dd4e461268c8034f5c8564e155c67a6"',
    });
  });

  test('may be empty', async () => {
    await store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'empty', Body: new Uint8Array(0) }));
    expect(await read({ Bucket: 'data', Key: 'empty' })).toBe('');
    expect(await rejection(read({ Bucket: 'data', Key: 'empty', Range: 'bytes=0-0' }))).toBe('416 InvalidRange');
  });

  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-1000', '56789', 'bytes 5-9/10'],
    ['bytes=0-1,4-5', '0123456789', undefined],
    ['lines=1-2', '0123456789', undefined],
  ])('is read in ranges: %s', async (Range, text, ContentRange) => {
    await put('data', 'digits', '0123456789');
    const response = await store.client.send(new GetObjectCommand({ Bucket: 'data', Key: 'digits', Range }));
    expect(await response.Body?.transformToString()).toBe(text);
    expect(response.ContentRange).toBe(ContentRange);
    expect(response.$metadata.httpStatusCode).toBe(ContentRange ? 206 : 200);
  });

  test('is read under conditions', async () => {
    const { ETag = '' } = await put('data', 'conditions', 'x');
    const input = { Bucket: 'data', Key: 'conditions' };
    const future = new Date(Date.now() + 60_000);
    const past = new Date(Date.now() - 60_000);
    expect(await read({ ...input, IfMatch: ETag, IfUnmodifiedSince: past })).toBe('x');
    expect(await rejection(read({ ...input, IfMatch: '"other"' }))).toBe('412 PreconditionFailed');
    expect(await rejection(read({ ...input, IfUnmodifiedSince: past }))).toBe('412 PreconditionFailed');
    expect(await rejection(read({ ...input, IfNoneMatch: ETag }))).toMatch(/^304 /);
    expect(await rejection(read({ ...input, IfModifiedSince: future }))).toMatch(/^304 /);
    expect(await read({ ...input, IfNoneMatch: '"other"', IfModifiedSince: future })).toBe('x');
  });

  test('that does not exist is distinguished from a bucket that does not exist', async () => {
    expect(await rejection(read({ Bucket: 'data', Key: 'nothing' }))).toBe('404 NoSuchKey');
    expect(await rejection(read({ Bucket: 'nowhere', Key: 'nothing' }))).toBe('404 NoSuchBucket');
    const head = store.client.send(new HeadObjectCommand({ Bucket: 'data', Key: 'nothing' }));
    expect(await rejection(head)).toBe('404 NotFound');
  });
});

describe('conditional writes', () => {
  test('If-None-Match: exactly one of many creations wins', async () => {
    const attempts = Array.from({ length: 20 }, (_, n) =>
      rejection(
        store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'once', Body: `${n}`, IfNoneMatch: '*' })),
      ),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === '412 PreconditionFailed')).toHaveLength(19);
  });

  test('If-None-Match holds again once the object is deleted', async () => {
    const create = () =>
      rejection(store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'again', Body: 'x', IfNoneMatch: '*' })));
    expect(await create()).toBe('accepted');
    await store.client.send(new DeleteObjectCommand({ Bucket: 'data', Key: 'again' }));
    expect(await create()).toBe('accepted');
  });

  test('If-Match: a counter loses no step', async () => {
    await put('plain', 'counter', '0');
    const step = async (): Promise<void> => {
      const { Body, ETag } = await store.client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'counter' }));
      const next = `${Number(await Body?.transformToString()) + 1}`;
      const write = new PutObjectCommand({ Bucket: 'plain', Key: 'counter', Body: next, IfMatch: ETag });
      if ((await rejection(store.client.send(write))) !== 'accepted') await step();
    };
    await Promise.all(Array.from({ length: 8 }, step));
    expect(await read({ Bucket: 'plain', Key: 'counter' })).toBe('8');
  });

  test('If-Match finds nothing to match', async () => {
    const write = new PutObjectCommand({ Bucket: 'data', Key: 'unmatched', Body: 'x', IfMatch: '"x"' });
    expect(await rejection(store.client.send(write))).toBe('404 NoSuchKey');
  });
});

describe('versions', () => {
  test('are all stored and can be read and removed individually', async () => {
    const input = { Bucket: 'data', Key: 'versions' };
    const first = await put('data', 'versions', 'one');
    const second = await put('data', 'versions', 'two');
    expect(await read({ ...input, VersionId: first.VersionId })).toBe('one');
    expect(await read(input)).toBe('two');
    await store.client.send(new DeleteObjectCommand({ ...input, VersionId: second.VersionId }));
    expect(await read(input)).toBe('one');
    expect(await rejection(read({ ...input, VersionId: second.VersionId }))).toBe('404 NoSuchVersion');
  });

  test('a deletion hides them; deleting its marker brings them back', async () => {
    const input = { Bucket: 'data', Key: 'hidden' };
    const { VersionId } = await put('data', 'hidden', 'here');
    const marker = await store.client.send(new DeleteObjectCommand(input));
    expect(marker.DeleteMarker).toBe(true);
    expect(await rejection(read(input))).toBe('404 NoSuchKey');
    expect(await rejection(read({ ...input, VersionId: marker.VersionId }))).toBe('405 MethodNotAllowed');
    expect(await read({ ...input, VersionId })).toBe('here');
    await store.client.send(new DeleteObjectCommand({ ...input, VersionId: marker.VersionId }));
    expect(await read(input)).toBe('here');
  });

  test('a plain bucket keeps one object per key', async () => {
    const input = { Bucket: 'plain', Key: 'only' };
    expect((await put('plain', 'only', 'one')).VersionId).toBeUndefined();
    await put('plain', 'only', 'two');
    expect(await read(input)).toBe('two');
    await store.client.send(new DeleteObjectCommand(input));
    expect(await rejection(read(input))).toBe('404 NoSuchKey');
    expect(await rejection(store.client.send(new DeleteObjectCommand(input)))).toBe('accepted');
  });
});

describe('copies', () => {
  test('take the bytes and the metadata, or new metadata', async () => {
    const source = new PutObjectCommand({ Bucket: 'data', Key: 'a b/é', Body: 'copied', Metadata: { a: '1' } });
    const { VersionId } = await store.client.send(source);
    await put('data', 'a b/é', 'newer');
    const CopySource = `data/${encodeURIComponent('a b/é')}?versionId=${VersionId}`;
    await store.client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'copy', CopySource }));
    expect(await read({ Bucket: 'plain', Key: 'copy' })).toBe('copied');
    const replaced = { Bucket: 'plain', Key: 'copy2', CopySource, MetadataDirective: 'REPLACE' as const };
    await store.client.send(new CopyObjectCommand({ ...replaced, Metadata: { b: '2' } }));
    const head = (Key: string) => store.client.send(new HeadObjectCommand({ Bucket: 'plain', Key }));
    expect((await head('copy')).Metadata).toEqual({ a: '1' });
    expect((await head('copy2')).Metadata).toEqual({ b: '2' });
  });

  test('outlive their source', async () => {
    await put('plain', 'source', 'shared');
    await store.client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'target', CopySource: 'plain/source' }));
    await store.client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'source' }));
    expect(await read({ Bucket: 'plain', Key: 'target' })).toBe('shared');
  });

  test('of a missing object, onto itself, and under a false condition are rejected', async () => {
    await put('plain', 'self', 'x');
    const copy = (CopySource: string, more = {}) =>
      rejection(store.client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'self', CopySource, ...more })));
    expect(await copy('plain/absent')).toBe('404 NoSuchKey');
    expect(await copy('plain/self')).toBe('400 InvalidRequest');
    expect(await copy('plain')).toBe('400 InvalidArgument');
    expect(await copy('plain/self', { CopySourceIfMatch: '"other"' })).toBe('412 PreconditionFailed');
  });
});

describe('keys', () => {
  const roundTrip = async (key: string) => {
    await put('plain', key, key);
    expect(await read({ Bucket: 'plain', Key: key })).toBe(key);
  };

  test.each([
    '..',
    '../../etc/passwd',
    'a//b',
    '/',
    '//',
    'a/',
    '.',
    'a/./b',
    '"quoted" \'key\'',
    'a\\b',
    '100%',
    'a+b c',
    'é/ü/漢字/🎈',
    '?x=y',
    '#',
    'CON',
    'k'.repeat(1024),
    '\u0001\t\n',
    '__proto__',
  ])('any text is a key: %j', roundTrip);

  test('any text at all is a key', async () => {
    const key = anyText({ minLength: 1, maxLength: 200 }).filter((text) => Buffer.byteLength(text) <= 1024);
    await fc.assert(fc.asyncProperty(key, roundTrip), { numRuns: 60 });
  });

  test('over 1,024 bytes are rejected, and so is invalid UTF-8', async () => {
    expect(await rejection(put('plain', 'é'.repeat(513), 'x'))).toBe('400 KeyTooLongError');
    const response = await sendSigned({ port: store.port, path: '/plain/%ff' });
    expect(response).toMatchObject({ status: 400, code: 'InvalidURI' });
  });
});

describe('unsupported parameters are rejected by name', () => {
  test.each([
    ['GET', '/data?policy', {}, 'policy'],
    ['PUT', '/data', {}, 'PUT'],
    ['GET', '/data/key?tagging', {}, 'tagging'],
    ['PUT', '/data/key?acl', {}, 'acl'],
    ['POST', '/data/key?restore', {}, 'restore'],
    [
      'PUT',
      '/data/key',
      { 'x-amz-server-side-encryption-customer-key': 'k' },
      'x-amz-server-side-encryption-customer-key',
    ],
    ['PUT', '/data/key', { 'x-amz-server-side-encryption': 'aws:kms' }, 'x-amz-server-side-encryption: aws:kms'],
    ['DELETE', '/data/key', { 'if-match': '"x"' }, 'if-match'],
    ['PUT', '/data/key', { 'if-modified-since': 'Sun, 22 Nov 2026 00:00:00 GMT' }, 'if-modified-since'],
    ['PUT', '/data/key', { 'x-amz-tagging': 'a=b' }, 'x-amz-tagging'],
    ['PUT', '/data/key', { 'x-amz-checksum-md5': 'AAAA' }, 'md5'],
  ])('%s %s %j', async (method, path, headers, name) => {
    const response = await sendSigned({ port: store.port, method, path, headers });
    expect(response).toMatchObject({ status: 501, code: 'NotImplemented' });
    expect(response.text).toContain(name);
  });

  test('another owner is rejected', async () => {
    const get = { Bucket: 'data', Key: 'x', ExpectedBucketOwner: '111111111111' };
    expect(await rejection(read(get))).toBe('403 AccessDenied');
  });
});

test('buckets are described', async () => {
  const { Buckets } = await store.client.send(new ListBucketsCommand({}));
  expect(Buckets?.map(({ Name }) => Name)).toEqual(['data', 'plain']);
  const { LocationConstraint } = await store.client.send(new GetBucketLocationCommand({ Bucket: 'data' }));
  expect(LocationConstraint ?? '').toBe('');
  expect((await store.client.send(new GetBucketVersioningCommand({ Bucket: 'data' }))).Status).toBe('Enabled');
  expect((await store.client.send(new GetBucketVersioningCommand({ Bucket: 'plain' }))).Status).toBeUndefined();
  expect((await store.client.send(new HeadBucketCommand({ Bucket: 'data' }))).BucketRegion).toBe('us-east-1');
  expect(await rejection(store.client.send(new HeadBucketCommand({ Bucket: 'nowhere' })))).toBe('404 NotFound');
});

test('many objects are deleted at once', async () => {
  await Promise.all(['d/1', 'd/2 & <3>', 'd/\u0002'].map((key) => put('plain', key, 'x')));
  const Objects = [{ Key: 'd/1' }, { Key: 'd/2 & <3>' }, { Key: 'd/absent' }];
  const { Deleted, Errors } = await store.client.send(
    new DeleteObjectsCommand({ Bucket: 'plain', Delete: { Objects } }),
  );
  expect(Deleted?.map(({ Key }) => Key)).toEqual(['d/1', 'd/2 & <3>', 'd/absent']);
  expect(Errors).toBeUndefined();
  expect(await rejection(read({ Bucket: 'plain', Key: 'd/1' }))).toBe('404 NoSuchKey');
});
