import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CRC32, CRC32C, CRC64NVME, type Crc, combineCrcs } from '../../../../local/s3/body/crc.ts';

function crcOf(crc: Crc, bytes: Uint8Array): bigint {
  const running = crc.start();
  running.update(bytes);
  return running.value();
}

// The check values of the catalogue of CRC algorithms, for the text 123456789.
describe.each([
  ['CRC32', CRC32, 0xcbf43926n],
  ['CRC32C', CRC32C, 0xe3069283n],
  ['CRC64NVME', CRC64NVME, 0xae8b14860a799888n],
] as const)('%s', (_, crc, checkValue) => {
  test('has its check value', () => {
    expect(crcOf(crc, Buffer.from('123456789'))).toBe(checkValue);
    expect(crcOf(crc, new Uint8Array(0))).toBe(0n);
  });

  test('of a whole is made of those of its parts', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    return fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        const combined = combineCrcs(crc, crcOf(crc, first), crcOf(crc, second), second.length);
        expect(combined).toBe(crcOf(crc, Buffer.concat([first, second])));
      }),
    );
  });

  test('does not depend on how the bytes come', () => {
    return fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        const running = crc.start();
        running.update(bytes.subarray(0, cut));
        running.update(bytes.subarray(cut));
        expect(running.value()).toBe(crcOf(crc, bytes));
      }),
    );
  });
});
