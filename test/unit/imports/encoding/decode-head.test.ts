import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { decodeHead } from '../../../../functions/imports/domain/encoding/decode-head.ts';

const TEXT = 'Customer ID,Name\nA,Jürgen €\n';
const MARKED = `\uFEFF${TEXT}`;
const MOST = 1_000_000;
const form = (encoding: string, compression = 'none') => ({ encoding, compression });

describe('the beginning of a file', () => {
  test('UTF-8 is returned unchanged, with its mark or without', async () => {
    for (const text of [TEXT, MARKED]) {
      const bytes = Buffer.from(text);
      const head = await decodeHead({ bytes, isWhole: true }, {}, MOST);
      expect(head).toEqual({ fileEncoding: form('utf-8'), bytes, isWhole: true, sourceBytes: bytes.length });
      expect(head.bytes).toBe(bytes);
    }
  });

  test.each<[name: string, bytes: Buffer, encoding: string]>([
    ['UTF-16', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['UTF-16 with mark', Buffer.from(MARKED, 'utf16le'), 'utf-16le'],
    ['UTF-16, big endian', Buffer.from(TEXT, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from(TEXT.replace('€', '\x80'), 'latin1'), 'windows-1252'],
  ])('%s becomes UTF-8 with a mark, packed or not', async (_, bytes, encoding) => {
    const plain = await decodeHead({ bytes, isWhole: true }, {}, MOST);
    expect(plain).toMatchObject({ fileEncoding: form(encoding), isWhole: true, sourceBytes: bytes.length });
    expect(Buffer.from(plain.bytes).toString()).toBe(MARKED);
    const packed = await decodeHead({ bytes: gzipSync(bytes), isWhole: true }, {}, MOST);
    expect(packed).toMatchObject({ fileEncoding: form(encoding, 'gzip'), isWhole: true });
    expect(Buffer.from(packed.bytes).toString()).toBe(MARKED);
  });

  test('several gzip members are one file', async () => {
    const bytes = Buffer.concat([gzipSync(TEXT), gzipSync('B,Bob\n'), gzipSync('')]);
    const head = await decodeHead({ bytes, isWhole: true }, {}, MOST);
    expect(Buffer.from(head.bytes).toString()).toBe(`${MARKED}B,Bob\n`);
  });

  test('a cut-off file is decoded as far as possible', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 5_000 }, (_, n) => `${n * n},x`).join('\n')));
    const head = await decodeHead({ bytes: packed.subarray(0, 9_000), isWhole: false }, {}, MOST);
    expect(head).toMatchObject({ fileEncoding: form('utf-8', 'gzip'), isWhole: false, sourceBytes: 9_000 });
    expect(Buffer.from(head.bytes).toString()).toMatch(/^\uFEFF0,x\n1,x\n4,x\n/);
    const utf16 = await decodeHead({ bytes: Buffer.from(TEXT, 'utf16le').subarray(0, 9), isWhole: false }, {}, MOST);
    expect(Buffer.from(utf16.bytes).toString()).toBe('\uFEFFCust');
  });

  test('a head that unpacks to a thousand times its size is unpacked only to the limit', async () => {
    const bytes = gzipSync(Buffer.alloc(50_000_000, 'A,B\n'));
    const head = await decodeHead({ bytes, isWhole: true }, {}, MOST);
    expect(head.bytes.length).toBeGreaterThanOrEqual(MOST);
    expect(head.bytes.length).toBeLessThan(2 * MOST);
    expect(head.isWhole).toBe(false);
    expect(head.bytes.length / head.sourceBytes).toBeGreaterThan(200);
  });

  test('options take precedence over detection', async () => {
    const bytes = Buffer.from('é', 'latin1');
    expect((await decodeHead({ bytes, isWhole: true }, { encoding: 'utf-8' }, MOST)).bytes).toBe(bytes);
    const twice = await decodeHead({ bytes: Buffer.from('é'), isWhole: true }, { encoding: 'windows-1252' }, MOST);
    expect(Buffer.from(twice.bytes).toString()).toBe('\uFEFFÃ©');
  });

  test('a packed file with the option for unpacked files is rejected by its format', async () => {
    const head = { bytes: gzipSync('A'), isWhole: true };
    await expect(async () => decodeHead(head, { compression: 'none', encoding: 'utf-8' }, MOST)).rejects.toMatchObject({
      code: 'file.not-csv',
      message: expect.stringContaining('packed with gzip'),
    });
  });

  test.each<[name: string, bytes: Buffer, reason: RegExp]>([
    ['is cut off', gzipSync(TEXT).subarray(0, -3), /its end is missing/],
    ['has another checksum', damaged(gzipSync(TEXT), -6), /its content is damaged/],
    [
      'is followed by something else',
      Buffer.concat([gzipSync(TEXT), Buffer.from('B,Bob\n')]),
      /damaged|something else/,
    ],
    [
      'is followed by zeros and something else',
      Buffer.concat([gzipSync(TEXT), Buffer.from('\0\0B,Bob\n')]),
      /other data follows/,
    ],
    ['is none', Buffer.from(TEXT), /its content is damaged/],
  ])('gzip that %s is rejected', async (_, bytes, reason) => {
    const decoding = decodeHead({ bytes, isWhole: true }, { compression: 'gzip' }, MOST);
    await expect(decoding).rejects.toMatchObject({ code: 'file.gzip-broken', message: expect.stringMatching(reason) });
  });

  test('zeros after gzip, which tapes leave, are ignored', async () => {
    const bytes = Buffer.concat([gzipSync(TEXT), Buffer.alloc(9_000)]);
    const head = await decodeHead({ bytes, isWhole: true }, {}, MOST);
    expect(Buffer.from(head.bytes).toString()).toBe(MARKED);
  });
});

function damaged(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8((copy.at(at) ?? 0) ^ 1, copy.length + at);
  return copy;
}
