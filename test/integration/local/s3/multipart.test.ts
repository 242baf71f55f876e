import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  type ChecksumAlgorithm,
  type ChecksumType,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rejection, startTestStore, type TestStore } from './test-store.ts';

const MINIMUM = 1000;

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore({ minimumPartBytes: MINIMUM });
});
afterAll(async () => {
  expect(store.errors).toEqual([]);
  await store[Symbol.asyncDispose]();
});

async function open(Key: string): Promise<{ Bucket: string; Key: string; UploadId: string }> {
  const { UploadId = '' } = await store.client.send(new CreateMultipartUploadCommand({ Bucket: 'data', Key }));
  return { Bucket: 'data', Key, UploadId };
}

type Target = Awaited<ReturnType<typeof open>>;

async function part(target: Target, PartNumber: number, Body: string): Promise<CompletedPart> {
  const { ETag } = await store.client.send(new UploadPartCommand({ ...target, PartNumber, Body }));
  return { PartNumber, ETag };
}

const complete = (target: Target, Parts: CompletedPart[], more = {}) =>
  store.client.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts }, ...more }));

async function read(Key: string, Range?: string): Promise<string | undefined> {
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket: 'data', Key, Range }));
  return Body?.transformToString();
}

const md5 = (data: string | Buffer) => createHash('md5').update(data).digest();

describe('a multipart upload', () => {
  test('becomes one object, read across its parts, with its metadata', async () => {
    const about = { Bucket: 'data', Key: 'whole', ContentType: 'text/csv', Metadata: { a: '1' } };
    const { UploadId = '' } = await store.client.send(new CreateMultipartUploadCommand(about));
    const target = { Bucket: 'data', Key: 'whole', UploadId };
    const bodies: [string, string, string] = ['a'.repeat(MINIMUM), 'b'.repeat(MINIMUM), 'c'];
    const [third, first, second] = [
      await part(target, 30, bodies[2]),
      await part(target, 1, bodies[0]),
      await part(target, 2, bodies[1]),
    ];
    expect(await rejection(read('whole'))).toBe('404 NoSuchKey');
    const done = await complete(target, [first, second, third]);
    expect(done.ETag).toBe(`"${md5(Buffer.concat(bodies.map(md5))).toString('hex')}-3"`);
    expect(await read('whole')).toBe(bodies.join(''));
    expect(await read('whole', `bytes=${MINIMUM - 1}-${MINIMUM * 2}`)).toBe(`a${'b'.repeat(MINIMUM)}c`);
    const head = await store.client.send(new HeadObjectCommand({ Bucket: 'data', Key: 'whole' }));
    expect(head).toMatchObject({ ContentType: 'text/csv', Metadata: { a: '1' }, ContentLength: 2 * MINIMUM + 1 });
    expect(await rejection(complete(target, [first, second, third]))).toBe('404 NoSuchUpload');
  });

  test('a part that is sent again replaces the first', async () => {
    const target = await open('replaced');
    await part(target, 1, 'old');
    const replaced = await part(target, 1, 'new');
    await complete(target, [replaced]);
    expect(await read('replaced')).toBe('new');
  });

  test('lists parts page by page', async () => {
    const target = await open('listed');
    for (const number of [1, 2, 3]) await part(target, number, `${number}`);
    const page = await store.client.send(new ListPartsCommand({ ...target, MaxParts: 2 }));
    expect(page.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2' });
    const rest = await store.client.send(new ListPartsCommand({ ...target, PartNumberMarker: '2' }));
    expect(rest.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([3]);
    expect(rest.IsTruncated).toBe(false);
  });

  test('is rejected when the list of parts is wrong', async () => {
    const target = await open('wrong');
    const first = await part(target, 1, 'a'.repeat(MINIMUM));
    const second = await part(target, 2, 'b'.repeat(MINIMUM - 1));
    const third = await part(target, 3, 'c');
    const attempt = (parts: CompletedPart[], more = {}) => rejection(complete(target, parts, more));
    expect(await attempt([second, first])).toBe('400 InvalidPartOrder');
    expect(await attempt([first, first])).toBe('400 InvalidPartOrder');
    expect(await attempt([first, { ...second, ETag: first.ETag }])).toBe('400 InvalidPart');
    expect(await attempt([first, { PartNumber: 9, ETag: first.ETag }])).toBe('400 InvalidPart');
    expect(await attempt([{ ...first, ChecksumCRC32: 'AAAAAA==' }])).toBe('400 InvalidPart');
    expect(await attempt([first, second, third])).toBe('400 EntityTooSmall');
    expect(await attempt([])).toBe('400 MalformedXML');
    expect(await attempt([first], { MpuObjectSize: 1 })).toBe('400 InvalidRequest');
    expect(await attempt([first, second])).toBe('accepted');
  });

  test('creates only a new object, on request', async () => {
    const [left, right] = [await open('contended'), await open('contended')];
    const parts = await Promise.all([left, right].map((target) => part(target, 1, 'x')));
    const outcomes = await Promise.all(
      [left, right].map((target, index) =>
        rejection(complete(target, parts.slice(index, index + 1), { IfNoneMatch: '*' })),
      ),
    );
    expect(outcomes.sort()).toEqual(['412 PreconditionFailed', 'accepted']);
  });

  test('belongs to its key, and to known part numbers', async () => {
    const target = await open('owner');
    expect(await rejection(part({ ...target, Key: 'other' }, 1, 'x'))).toBe('404 NoSuchUpload');
    expect(await rejection(part({ ...target, UploadId: 'x' }, 1, 'x'))).toBe('404 NoSuchUpload');
    expect(await rejection(part(target, 10_001, 'x'))).toBe('400 InvalidArgument');
    expect(await rejection(part(target, 0, 'x'))).toBe('400 InvalidArgument');
  });

  test('that is aborted takes its files with it', async () => {
    const files = () => readdirSync(join(store.directory, 'blobs'), { recursive: true }).length;
    const before = files();
    const target = await open('aborted');
    await part(target, 1, 'x'.repeat(20_000));
    expect(files()).toBe(before + 1);
    await store.client.send(new AbortMultipartUploadCommand(target));
    expect(files()).toBe(before);
    expect(await rejection(part(target, 1, 'x'))).toBe('404 NoSuchUpload');
    expect(files()).toBe(before);
  });

  test('is listed while it is open', async () => {
    const targets = [await open('open/b'), await open('open/a'), await open('open/a'), await open('shut')];
    const list = (more: object) =>
      store.client.send(new ListMultipartUploadsCommand({ Bucket: 'data', Prefix: 'open/', ...more }));
    const all = await list({});
    expect(all.Uploads?.map(({ UploadId }) => UploadId)).toEqual([1, 2, 0].map((index) => targets[index]?.UploadId));
    const page = await list({ MaxUploads: 1 });
    expect(page.IsTruncated).toBe(true);
    const rest = await list({ KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker });
    expect(rest.Uploads?.map(({ UploadId }) => UploadId)).toEqual([2, 0].map((index) => targets[index]?.UploadId));
  });
});

describe('parts that are copied', () => {
  test('come from ranges of objects', async () => {
    const source = new PutObjectCommand({ Bucket: 'plain', Key: 'source', Body: `${'x'.repeat(MINIMUM)}0123456789` });
    await store.client.send(source);
    const target = await open('copied');
    const copy = async (PartNumber: number, CopySourceRange?: string): Promise<CompletedPart> => {
      const command = { ...target, PartNumber, CopySource: 'plain/source', CopySourceRange };
      const { CopyPartResult } = await store.client.send(new UploadPartCopyCommand(command));
      return { PartNumber, ETag: CopyPartResult?.ETag };
    };
    const parts = [await copy(1), await copy(2, `bytes=${MINIMUM + 2}-${MINIMUM + 4}`)];
    await complete(target, parts);
    expect(await read('copied')).toBe(`${'x'.repeat(MINIMUM)}0123456789234`);
    expect(await rejection(copy(3, 'bytes=0-5000'))).toBe('404 NoSuchUpload');
  });

  test('must lie inside their source', async () => {
    await store.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'short', Body: 'short' }));
    const target = await open('outside');
    const copy = (CopySourceRange: string) =>
      rejection(
        store.client.send(
          new UploadPartCopyCommand({ ...target, PartNumber: 1, CopySource: 'plain/short', CopySourceRange }),
        ),
      );
    expect(await copy('bytes=0-5')).toBe('416 InvalidRange');
    expect(await copy('bytes=3-')).toBe('400 InvalidArgument');
    expect(await copy('bytes=0-4')).toBe('accepted');
  });
});

describe('checksums of a multipart upload', () => {
  const bodies = ['a'.repeat(MINIMUM), 'b'.repeat(MINIMUM + 1), 'c'];

  async function upload(ChecksumAlgorithm: ChecksumAlgorithm, ChecksumType: ChecksumType | undefined) {
    const Key = `sums/${ChecksumAlgorithm}/${ChecksumType}`;
    const start = new CreateMultipartUploadCommand({ Bucket: 'data', Key, ChecksumAlgorithm, ChecksumType });
    const { UploadId } = await store.client.send(start);
    const target = { Bucket: 'data', Key, UploadId };
    const Parts: CompletedPart[] = [];
    for (const [index, Body] of bodies.entries()) {
      const PartNumber = index + 1;
      const done = await store.client.send(new UploadPartCommand({ ...target, PartNumber, Body, ChecksumAlgorithm }));
      const name = `Checksum${ChecksumAlgorithm}` as const;
      Parts.push({ PartNumber, ETag: done.ETag, [name]: done[name] });
    }
    await store.client.send(
      new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts }, ChecksumType }),
    );
    return store.client.send(new HeadObjectCommand({ Bucket: 'data', Key, ChecksumMode: 'ENABLED' }));
  }

  test.each(['CRC32', 'CRC32C', 'CRC64NVME'] as const)('%s of the whole is that of one upload', async (algorithm) => {
    const once = { Bucket: 'data', Key: 'once', Body: bodies.join(''), ChecksumAlgorithm: algorithm };
    const whole = await store.client.send(new PutObjectCommand(once));
    const parts = await upload(algorithm, 'FULL_OBJECT');
    expect(parts.ChecksumType).toBe('FULL_OBJECT');
    expect(parts[`Checksum${algorithm}`]).toBe(whole[`Checksum${algorithm}`]);
  });

  test('of a composite one are those of its parts', async () => {
    const { ChecksumSHA256, ChecksumType } = await upload('SHA256', undefined);
    const sums = bodies.map((body) => createHash('sha256').update(body).digest());
    const sum = createHash('sha256').update(Buffer.concat(sums)).digest('base64');
    expect({ ChecksumSHA256, ChecksumType }).toEqual({ ChecksumSHA256: `${sum}-3`, ChecksumType: 'COMPOSITE' });
  });

  test('must have a type that the algorithm supports', async () => {
    expect(await rejection(upload('SHA256', 'FULL_OBJECT'))).toBe('400 InvalidRequest');
    expect(await rejection(upload('CRC64NVME', 'COMPOSITE'))).toBe('400 InvalidRequest');
  });
});

test('the Upload of lib-storage, with its checksums', async () => {
  const body = Buffer.alloc(12 * 1024 * 1024, 'twelve megabytes ');
  const upload = new Upload({ client: store.client, params: { Bucket: 'data', Key: 'upload', Body: body } });
  const done = await upload.done();
  expect(done.ChecksumCRC32).toMatch(/-3$/);
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket: 'data', Key: 'upload' }));
  expect(Buffer.compare(Buffer.from((await Body?.transformToByteArray()) ?? []), body)).toBe(0);
});
