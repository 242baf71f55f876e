import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decodeAwsChunked } from '../../../../local/s3/body/aws-chunked.ts';

async function* pieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const sorted = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((left, right) => left - right);
  for (const [index, start] of sorted.entries()) yield bytes.subarray(start, sorted[index + 1] ?? start);
}

test('gives the bytes back, wherever the network cuts them', async () => {
  const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(chunks, fc.array(fc.nat(400), { maxLength: 20 }), async (parts, cuts) => {
      const frames = parts.map((part) =>
        Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]),
      );
      const body = Buffer.concat([...frames, Buffer.from('0\r\nx-amz-checksum-crc32: AAAAAA==\r\n\r\n')]);
      const trailers: string[] = [];
      const onTrailer = (name: string, value: string) => trailers.push(`${name}=${value}`);
      const decoded: Uint8Array[] = [];
      for await (const bytes of decodeAwsChunked(pieces(body, cuts), {
        signature: undefined,
        hasTrailer: true,
        onTrailer,
      })) {
        decoded.push(bytes);
      }
      expect(Buffer.concat(decoded)).toEqual(Buffer.concat(parts));
      expect(trailers).toEqual(['x-amz-checksum-crc32=AAAAAA==']);
    }),
  );
});

test('a line that never ends is rejected', async () => {
  const body = Buffer.alloc(100_000, 'f');
  const decoded = decodeAwsChunked(pieces(body, []), {
    signature: undefined,
    hasTrailer: false,
    onTrailer: () => undefined,
  });
  await expect(decoded.next()).rejects.toThrow('too long');
});
