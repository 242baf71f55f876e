import {
  DeleteObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rejection, startTestStore, type TestStore } from './test-store.ts';

const KEYS = ['a/1', 'a/2', 'a/b/3', 'a', 'b', 'ba', 'c/1', 'c//2', 'z', 'é', '\uffee', '\u{1f388}', 'A'];
const SORTED = [...KEYS].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
  for (const Key of KEYS) await store.client.send(new PutObjectCommand({ Bucket: 'data', Key, Body: Key }));
  await store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'deleted', Body: 'x' }));
  await store.client.send(new DeleteObjectCommand({ Bucket: 'data', Key: 'deleted' }));
});
afterAll(async () => {
  expect(store.errors).toEqual([]);
  await store[Symbol.asyncDispose]();
});

async function listAll(input: Partial<ListObjectsV2CommandInput>) {
  const keys: (string | undefined)[] = [];
  const prefixes: (string | undefined)[] = [];
  for await (const page of paginateListObjectsV2({ client: store.client }, { Bucket: 'data', ...input })) {
    keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
    prefixes.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
  }
  return { keys, prefixes };
}

describe('ListObjectsV2', () => {
  test.each([1, 2, 3, 1000])('lists in the order of UTF-8 bytes, %i at a time', async (MaxKeys) => {
    expect(await listAll({ MaxKeys })).toEqual({ keys: SORTED, prefixes: [] });
  });

  test.each([1, 2, 1000])('groups by delimiter, %i at a time', async (MaxKeys) => {
    const top = SORTED.filter((key) => !key.includes('/'));
    expect(await listAll({ MaxKeys, Delimiter: '/' })).toEqual({ keys: top, prefixes: ['a/', 'c/'] });
    const below = { keys: ['a/1', 'a/2'], prefixes: ['a/b/'] };
    expect(await listAll({ MaxKeys, Delimiter: '/', Prefix: 'a/' })).toEqual(below);
  });

  test('starts after a key, and under a prefix', async () => {
    expect((await listAll({ StartAfter: 'b' })).keys).toEqual(SORTED.slice(SORTED.indexOf('b') + 1));
    expect((await listAll({ StartAfter: 'a/1', Prefix: 'a/' })).keys).toEqual(['a/2', 'a/b/3']);
    expect((await listAll({ StartAfter: 'b', Prefix: 'a/' })).keys).toEqual([]);
    expect((await listAll({ Prefix: 'nothing' })).keys).toEqual([]);
  });

  test('tells size, ETag, owner and count', async () => {
    const page = await store.client.send(new ListObjectsV2Command({ Bucket: 'data', Prefix: 'a/1', FetchOwner: true }));
    expect(page).toMatchObject({ KeyCount: 1, IsTruncated: false, Name: 'data' });
    expect(page.Contents?.[0]).toMatchObject({
      Key: 'a/1',
      Size: 3,
      ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      StorageClass: 'STANDARD',
      Owner: { ID: '000000000000' },
    });
  });

  test('encodes keys on request', async () => {
    const page = await store.client.send(
      new ListObjectsV2Command({ Bucket: 'data', Prefix: 'é', EncodingType: 'url' }),
    );
    expect(page.Contents?.[0]?.Key).toBe('%C3%A9');
  });

  test('rejects an invalid token', async () => {
    const list = store.client.send(new ListObjectsV2Command({ Bucket: 'data', ContinuationToken: '*' }));
    expect(await rejection(list)).toBe('400 InvalidArgument');
  });

  test('lists no objects if zero are requested', async () => {
    const page = await store.client.send(new ListObjectsV2Command({ Bucket: 'data', MaxKeys: 0 }));
    expect(page).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });
});

test('ListObjects continues after its marker', async () => {
  const first = await store.client.send(new ListObjectsCommand({ Bucket: 'data', Delimiter: '/', MaxKeys: 3 }));
  expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'a/' });
  const next = new ListObjectsCommand({ Bucket: 'data', Delimiter: '/', MaxKeys: 2, Marker: first.NextMarker });
  expect((await store.client.send(next)).Contents?.map(({ Key }) => Key)).toEqual(['b', 'ba']);
});

describe('ListObjectVersions', () => {
  const versionsOf = async (MaxKeys: number) => {
    const found: string[] = [];
    let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
    for (let isTruncated = true; isTruncated; ) {
      const page = await store.client.send(
        new ListObjectVersionsCommand({ Bucket: 'data', Prefix: 'v/', MaxKeys, ...marker }),
      );
      const entries = [
        ...(page.Versions ?? []).map((version) => ({ ...version, kind: 'version' })),
        ...(page.DeleteMarkers ?? []).map((version) => ({ ...version, kind: 'marker' })),
      ];
      found.push(...entries.map(({ Key, kind, IsLatest }) => `${Key} ${kind}${IsLatest ? ' latest' : ''}`));
      marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      isTruncated = page.IsTruncated ?? false;
    }
    return found.sort((left, right) => (left < right ? -1 : 1));
  };

  test.each([1, 2, 1000])('lists versions and delete markers, %i at a time', async (MaxKeys) => {
    const plain = { Bucket: 'data', Prefix: 'v/' };
    if ((await store.client.send(new ListObjectVersionsCommand(plain))).Versions === undefined) {
      for (const Key of ['v/1', 'v/1', 'v/2', 'v/1']) {
        await store.client.send(new PutObjectCommand({ Bucket: 'data', Key, Body: Key }));
      }
      await store.client.send(new DeleteObjectCommand({ Bucket: 'data', Key: 'v/2' }));
    }
    expect(await versionsOf(MaxKeys)).toEqual([
      'v/1 version',
      'v/1 version',
      'v/1 version latest',
      'v/2 marker latest',
      'v/2 version',
    ]);
  });
});
