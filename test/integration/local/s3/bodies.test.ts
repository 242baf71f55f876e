import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { ChecksumAlgorithm, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RawRequest, send, sendSigned, signed, signer } from './raw-request.ts';
import { rejection, startTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
});
afterAll(async () => {
  expect(store.errors).toEqual([]);
  await store[Symbol.asyncDispose]();
});

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

function crc32Base64(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64');
}

async function stored(Key: string): Promise<string | undefined> {
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket: 'data', Key }));
  return Body?.transformToString();
}

const put = (key: string, body: string, headers: Record<string, string>): RawRequest => ({
  port: store.port,
  method: 'PUT',
  path: `/data/${key}`,
  body,
  headers: { 'content-length': `${Buffer.byteLength(body)}`, ...headers },
});

describe('checksums', () => {
  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    '%s is verified, kept and given back',
    async (algorithm) => {
      const ChecksumAlgorithmName = ChecksumAlgorithm[algorithm];
      const Key = `sum-${algorithm}`;
      await store.client.send(
        new PutObjectCommand({ Bucket: 'data', Key, Body: 'sum', ChecksumAlgorithm: ChecksumAlgorithmName }),
      );
      const head = await store.client.send(new HeadObjectCommand({ Bucket: 'data', Key, ChecksumMode: 'ENABLED' }));
      expect(head[`Checksum${algorithm}`]).toEqual(expect.any(String));
      expect(head.ChecksumType).toBe('FULL_OBJECT');
      const wrong = new PutObjectCommand({
        Bucket: 'data',
        Key,
        Body: 'other',
        [`Checksum${algorithm}`]: head[`Checksum${algorithm}`],
      });
      expect(await rejection(store.client.send(wrong))).toBe('400 BadDigest');
      expect(await stored(Key)).toBe('sum');
    },
  );

  test('a value of the wrong length, and two at once, are rejected', async () => {
    const short = await sendSigned(put('x', 'x', { 'x-amz-checksum-crc32': 'AAA=' }));
    expect(short).toMatchObject({ status: 400, code: 'InvalidRequest' });
    const two = { 'x-amz-checksum-crc32': crc32Base64('x'), 'x-amz-checksum-sha256': `${'A'.repeat(43)}=` };
    expect(await sendSigned(put('x', 'x', two))).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  test('Content-MD5 is verified', async () => {
    const md5 = (text: string) => ({ 'content-md5': createHash('md5').update(text).digest('base64') });
    expect((await sendSigned(put('md5', 'right', md5('right')))).status).toBe(200);
    expect(await sendSigned(put('md5', 'wrong', md5('right')))).toMatchObject({ status: 400, code: 'BadDigest' });
    expect(await sendSigned(put('md5', 'x', { 'content-md5': 'x' }))).toMatchObject({ code: 'InvalidDigest' });
    expect(await stored('md5')).toBe('right');
  });
});

describe('a stream of the SDK', () => {
  test('is stored whole', async () => {
    const chunks = Array.from({ length: 300 }, (_, n) => Buffer.alloc(1000 + n, n % 256));
    const whole = Buffer.concat(chunks);
    const Body = Readable.from(chunks);
    await store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'stream', Body, ContentLength: whole.length }));
    const { ETag } = await store.client.send(new HeadObjectCommand({ Bucket: 'data', Key: 'stream' }));
    expect(ETag).toBe(`"${createHash('md5').update(whole).digest('hex')}"`);
  });
});

describe('aws-chunked without signatures', () => {
  const chunked = (frames: string, decodedLength: number, headers: Record<string, string> = {}) =>
    put('chunked', frames, {
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'content-encoding': 'aws-chunked',
      'x-amz-decoded-content-length': `${decodedLength}`,
      'x-amz-trailer': 'x-amz-checksum-crc32',
      ...headers,
    });
  const trailer = `x-amz-checksum-crc32:${crc32Base64('hello world')}\r\n\r\n`;

  test('is decoded, and its encoding is not stored', async () => {
    expect((await sendSigned(chunked(`6\r\nhello \r\n5\r\nworld\r\n0\r\n${trailer}`, 11))).status).toBe(200);
    expect(await stored('chunked')).toBe('hello world');
    const head = await store.client.send(new HeadObjectCommand({ Bucket: 'data', Key: 'chunked' }));
    expect(head.ContentEncoding).toBeUndefined();
  });

  test.each([
    ['a wrong checksum', `6\r\nhello \r\n5\r\nWORLD\r\n0\r\n${trailer}`, 11, 'BadDigest'],
    ['a missing checksum', '6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n', 11, 'InvalidRequest'],
    ['another trailer', '6\r\nhello \r\n5\r\nworld\r\n0\r\nx-amz-meta-a:b\r\n\r\n', 11, 'InvalidRequest'],
    ['fewer bytes than declared', `6\r\nhello \r\n5\r\nworld\r\n0\r\n${trailer}`, 12, 'IncompleteBody'],
    ['more bytes than declared', `6\r\nhello \r\n5\r\nworld\r\n0\r\n${trailer}`, 10, 'IncompleteBody'],
    ['no last chunk', '6\r\nhello \r\n5\r\nworld\r\n', 11, 'IncompleteBody'],
    ['a chunk longer than it says', `5\r\nhello \r\n5\r\nworld\r\n0\r\n${trailer}`, 10, 'InvalidRequest'],
    ['no framing', 'hello world', 11, 'InvalidRequest'],
  ])('%s is rejected', async (_, frames, length, code) => {
    expect(await sendSigned(chunked(frames, length))).toMatchObject({ status: 400, code });
  });

  test('requires the decoded length', async () => {
    const { 'x-amz-decoded-content-length': _, ...headers } = chunked('0\r\n\r\n', 0).headers ?? {};
    expect(await sendSigned({ ...chunked('0\r\n\r\n', 0), headers })).toMatchObject({ code: 'MissingContentLength' });
  });
});

describe('aws-chunked with a signature for each chunk', () => {
  const chunks = ['a'.repeat(8192), 'b'.repeat(100), ''];

  async function streamed(hasTrailer: boolean, tamper: (frames: string) => string): Promise<RawRequest> {
    const signedAt = new Date();
    const timestamp = signedAt.toISOString().replace(/[-:]|\.\d+/g, '');
    const scope = `${timestamp.slice(0, 8)}/us-east-1/s3/aws4_request`;
    const trailer = hasTrailer ? `x-amz-checksum-crc32:${crc32Base64(chunks.join(''))}` : '';
    const request = await signed(
      {
        port: store.port,
        method: 'PUT',
        path: '/data/signed-chunks',
        headers: {
          'x-amz-content-sha256': `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${hasTrailer ? '-TRAILER' : ''}`,
          'x-amz-decoded-content-length': `${chunks.join('').length}`,
          ...(hasTrailer ? { 'x-amz-trailer': 'x-amz-checksum-crc32' } : {}),
        },
      },
      { signedAt },
    );
    let previous = /Signature=(\w+)/.exec(request.headers?.authorization ?? '')?.[1] ?? '';
    const sign = async (kind: string, ...rest: string[]) => {
      const text = [`AWS4-HMAC-SHA256-${kind}`, timestamp, scope, previous, ...rest].join('\n');
      previous = await signer().sign(text, { signingDate: signedAt });
      return previous;
    };
    let frames = '';
    for (const chunk of chunks) {
      const signature = await sign('PAYLOAD', sha256(''), sha256(chunk));
      frames += `${chunk.length.toString(16)};chunk-signature=${signature}\r\n${chunk}${chunk ? '\r\n' : ''}`;
    }
    const last = hasTrailer
      ? `${trailer}\r\nx-amz-trailer-signature:${await sign('TRAILER', sha256(`${trailer}\n`))}\r\n`
      : '';
    const body = tamper(`${frames}${last}\r\n`);
    return { ...request, body, headers: { ...request.headers, 'content-length': `${body.length}` } };
  }

  test.each([false, true])('is verified chunk by chunk (trailer: %s)', async (hasTrailer) => {
    expect(await send(await streamed(hasTrailer, (frames) => frames))).toMatchObject({ status: 200 });
    expect(await stored('signed-chunks')).toBe(chunks.join(''));
  });

  test.each([
    [false, /b{100}/, 'c'.repeat(100)],
    [false, /signature=\w{8}/, 'signature=00000000'],
    [true, /crc32:\w/, 'crc32:_'],
    [true, /trailer-signature:\w{4}/, 'trailer-signature:0000'],
  ])('a change is found (trailer: %s, %s)', async (hasTrailer, pattern, replacement) => {
    const request = await streamed(hasTrailer, (frames) => frames.replace(pattern, replacement));
    expect(['SignatureDoesNotMatch', 'InvalidRequest']).toContain((await send(request)).code);
  });
});

test('an upload that is rejected in the middle gets its answer', async () => {
  const body = Buffer.alloc(3_000_000, 'x').toString();
  const rejected = put('middle', body, {
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'x-amz-decoded-content-length': '2999000',
  });
  expect(await sendSigned(rejected)).toMatchObject({ status: 400, code: 'InvalidRequest' });
});

describe('an upload that is cut off', () => {
  test('leaves no object', async () => {
    const request = await signed(put('cut', 'x'.repeat(100_000), { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }));
    const head = Object.entries(request.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
    await new Promise<void>((resolve) => {
      const socket = connect(store.port, '127.0.0.1', () => {
        socket.write(`PUT /data/cut HTTP/1.1\r\n${head.join('')}\r\n${'x'.repeat(50_000)}`, () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await rejection(stored('cut'))).toBe('404 NoSuchKey');
  });

  test('a body of unknown length is rejected', async () => {
    const headers = { 'transfer-encoding': 'chunked', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const response = await sendSigned({ port: store.port, method: 'PUT', path: '/data/x', body: 'x', headers });
    expect(response).toMatchObject({ status: 411, code: 'MissingContentLength' });
  });

  test('a rejected upload is not requested with 100-continue', async () => {
    const headers = { expect: '100-continue', 'content-length': '1000000' };
    const response = await new Promise<string>((resolve) => {
      const socket = connect(store.port, '127.0.0.1', () => {
        const lines = Object.entries({ host: `127.0.0.1:${store.port}`, ...headers }).map(([n, v]) => `${n}: ${v}\r\n`);
        socket.write(`PUT /data/expected HTTP/1.1\r\n${lines.join('')}\r\n`);
      });
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
    });
    expect(response).toMatch(/^HTTP\/1.1 403 /);
  });
});
