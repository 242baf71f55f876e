import { describe, expect, test } from '@jest/globals';
import {
  FileUpload,
  type UploadPorts,
  type UploadState,
  type UploadTarget,
} from '../../src/imports/upload/file-upload.ts';
import { partsOf } from '../../src/imports/upload/parts-model.ts';
import { storedUploads, type UploadRecord } from '../../src/imports/upload/upload-record.ts';
import { ApiError } from '../../src/shared/api/api-error.ts';
import { StoreError } from '../../src/shared/api/put-bytes.ts';

const FILE = new Blob(['0123456789ab']);
const PARTS: UploadTarget = { kind: 'multipart', partBytes: 5, partCount: 3 };

/** The bucket and the API, which keep the parts that have arrived. */
class FakeBucket implements UploadPorts {
  readonly parts = new Map<number, string>();
  /** Thrown by the next requests to the bucket, in turn. */
  failures: Error[] = [];
  completed: readonly number[] | undefined;
  puts = 0;
  waits = 0;
  /** Called at the beginning of each request to the bucket. */
  onPut: () => void | Promise<void> = () => undefined;

  async arrivedParts() {
    return [...this.parts].map(([partNumber, text]) => ({ partNumber, etag: `"${text}"`, bytes: text.length }));
  }

  async addressOf(partNumber: number) {
    return { url: String(partNumber), headers: {} };
  }

  async addressOfFile() {
    return this.parts.has(1) ? undefined : { url: '1', headers: {} };
  }

  async put({ url }: { readonly url: string }, bytes: Blob, { onBytes, signal }: Parameters<UploadPorts['put']>[2]) {
    this.puts += 1;
    await this.onPut();
    signal.throwIfAborted();
    const failure = this.failures.shift();
    if (failure) throw failure;
    const text = await bytes.text();
    signal.throwIfAborted();
    onBytes(text.length);
    this.parts.set(Number(url), text);
    return `"${text}"`;
  }

  async complete(parts: ReadonlyArray<{ readonly partNumber: number; readonly etag: string }>) {
    this.completed = parts.map(({ partNumber }) => partNumber);
    expect(parts.map(({ etag }) => etag)).toEqual(this.completed.map((number) => `"${this.parts.get(number)}"`));
  }

  async wait() {
    this.waits += 1;
  }
}

function uploadTo(bucket: FakeBucket, target: UploadTarget = PARTS) {
  const states: UploadState[] = [];
  let note: (state: UploadState) => void = () => undefined;
  const upload = new FileUpload(FILE, target, bucket, (state) => {
    states.push(state);
    note(state);
  });
  const until = (status: UploadState['status']) =>
    new Promise<UploadState>((resolve) => {
      note = (state) => state.status === status && resolve(state);
      if (upload.state.status === status) resolve(upload.state);
    });
  return { upload, states, until };
}

test('a file is cut into parts of which the last is shorter', () => {
  expect(partsOf({ partBytes: 5, partCount: 3 }, 12)).toEqual([
    { partNumber: 1, start: 0, bytes: 5 },
    { partNumber: 2, start: 5, bytes: 5 },
    { partNumber: 3, start: 10, bytes: 2 },
  ]);
});

describe('an upload', () => {
  test('sends every part and joins them in order', async () => {
    const bucket = new FakeBucket();
    const { upload, until } = uploadTo(bucket);
    upload.start();
    expect(await until('done')).toEqual({ status: 'done', sent: 12 });
    expect([...bucket.parts].toSorted()).toEqual([
      [1, '01234'],
      [2, '56789'],
      [3, 'ab'],
    ]);
    expect(bucket.completed).toEqual([1, 2, 3]);
  });

  test('sends only the parts that have not arrived whole', async () => {
    const bucket = new FakeBucket();
    bucket.parts.set(1, '01234').set(2, '5');
    const { upload, states, until } = uploadTo(bucket);
    upload.start();
    await until('done');
    expect(bucket.puts).toBe(2);
    expect(states.some(({ sent }) => sent === 5)).toBe(true);
    expect(bucket.completed).toEqual([1, 2, 3]);
  });

  test('stops when it is paused, and goes on with the rest', async () => {
    const bucket = new FakeBucket();
    bucket.parts.set(1, '01234');
    const { upload, until } = uploadTo(bucket);
    let release: () => void = () => undefined;
    bucket.onPut = () => new Promise<void>((resolve) => (release = resolve));
    upload.start();
    await new Promise((resolve) => setTimeout(resolve));
    upload.pause();
    release();
    expect(upload.state).toEqual({ status: 'paused', sent: 5 });
    bucket.onPut = () => undefined;
    upload.start();
    await until('done');
    expect(bucket.completed).toEqual([1, 2, 3]);
  });

  test('waits for a lost connection as long as it takes, and repeats what the bucket may take later', async () => {
    const bucket = new FakeBucket();
    bucket.failures = [
      ...Array.from({ length: 20 }, () => new StoreError(0)),
      new StoreError(403),
      new StoreError(503),
    ];
    const { upload, until } = uploadTo(bucket);
    upload.start();
    await until('done');
    expect(bucket.waits).toBe(22);
  });

  test('fails when the bucket rejects it for good, and can be tried again', async () => {
    const bucket = new FakeBucket();
    bucket.failures = [new StoreError(404)];
    const { upload, until } = uploadTo(bucket);
    upload.start();
    expect(await until('failed')).toMatchObject({ status: 'failed', error: new StoreError(404) });
    upload.start();
    await until('done');
  });

  test('fails when the API says that the import is over', async () => {
    const bucket = new FakeBucket();
    bucket.arrivedParts = () => Promise.reject(new ApiError(409, 'over', { code: 'upload.over' }));
    const { upload, until } = uploadTo(bucket);
    upload.start();
    await until('failed');
    expect(bucket.puts).toBe(0);
  });
});

describe('an upload in one request', () => {
  test('is done when the bucket has the file already', async () => {
    const bucket = new FakeBucket();
    bucket.failures = [new StoreError(0), new StoreError(412)];
    const { upload, until } = uploadTo(bucket, { kind: 'single' });
    upload.start();
    expect(await until('done')).toEqual({ status: 'done', sent: 12 });
    expect(bucket.puts).toBe(2);
  });

  test('sends nothing when the file has arrived', async () => {
    const bucket = new FakeBucket();
    bucket.parts.set(1, '0123456789ab');
    const { upload, until } = uploadTo(bucket, { kind: 'single' });
    upload.start();
    await until('done');
    expect(bucket.puts).toBe(0);
  });
});

describe('the remembered uploads', () => {
  const record: UploadRecord = {
    importId: 'i1',
    userId: 'u1',
    accountPrefix: 'BRI',
    tablePrefix: 'VOUCIM',
    fileName: 'a.csv',
    bytes: 12,
    lastModified: 1,
    firstPart: 'ab',
  };

  test('are read as they were stored, without anything else', () => {
    const { importId: _, ...incomplete } = record;
    expect(storedUploads(JSON.stringify([record, incomplete, null, 'x']))).toEqual([record]);
  });

  test.each([null, '', '{', '{}'])('are none for %p', (text) => {
    expect(storedUploads(text)).toEqual([]);
  });
});
