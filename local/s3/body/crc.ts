import { crc32 } from 'node:zlib';

/** A cyclic redundancy check as S3 uses it: bits reflected, all ones at the start and inverted at the end. */
export interface Crc {
  readonly bits: number;
  /** The generating polynomial, bits reflected. */
  readonly polynomial: bigint;
  /** Starts a computation. */
  readonly start: () => RunningCrc;
}

export interface RunningCrc {
  update(bytes: Uint8Array): void;
  value(): bigint;
}

export const CRC32: Crc = { bits: 32, polynomial: 0xedb88320n, start: startCrc32 };
export const CRC32C: Crc = tableCrc(32, 0x82f63b78n);
export const CRC64NVME: Crc = tableCrc(64, 0x9a6c9329ac4bc9b5n);

/** The CRC of two byte sequences, one after the other, from their CRCs and the length of the second. */
export function combineCrcs(crc: Crc, first: bigint, second: bigint, secondBytes: number): bigint {
  return multiply(crc, powerOfX(crc, 8n * BigInt(secondBytes)), first) ^ second;
}

/** Node's zlib computes it in native code. */
function startCrc32(): RunningCrc {
  let value = 0;
  return {
    update: (bytes) => {
      value = crc32(bytes, value);
    },
    value: () => BigInt(value),
  };
}

/** Uses two halves of 32 bits, because BigInt would take some fifty times as long for each byte. */
function tableCrc(bits: number, polynomial: bigint): Crc {
  const low = new Uint32Array(256);
  const high = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let remainder = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) remainder = halve(polynomial, remainder);
    low[byte] = Number(remainder & 0xffffffffn);
    high[byte] = Number(remainder >> 32n);
  }
  const start = (): RunningCrc => {
    let left = bits === 64 ? ~0 : 0;
    let right = ~0;
    return {
      update: (bytes) => {
        // An index and local variables: an iterator and captured variables take several times as long.
        let [newLeft, newRight] = [left, right];
        for (let offset = 0; offset < bytes.length; offset += 1) {
          const index = (newRight ^ (bytes[offset] ?? 0)) & 0xff;
          newRight = ((newRight >>> 8) | (newLeft << 24)) ^ (low[index] ?? 0);
          newLeft = (newLeft >>> 8) ^ (high[index] ?? 0);
        }
        [left, right] = [newLeft, newRight];
      },
      value: () => {
        const inverted = ((BigInt(left >>> 0) << 32n) | BigInt(right >>> 0)) ^ ((1n << 64n) - 1n);
        return BigInt.asUintN(bits, inverted);
      },
    };
  };
  return { bits, polynomial, start };
}

/** Division by x, which is a right shift in reflected order. */
function halve(polynomial: bigint, value: bigint): bigint {
  return value & 1n ? (value >> 1n) ^ polynomial : value >> 1n;
}

/** The product of two polynomials modulo the generating polynomial. */
function multiply({ bits, polynomial }: Crc, left: bigint, right: bigint): bigint {
  let product = 0n;
  let shifted = right;
  for (let bit = BigInt(bits) - 1n; bit >= 0n; bit -= 1n) {
    if ((left >> bit) & 1n) product ^= shifted;
    shifted = halve(polynomial, shifted);
  }
  return product;
}

function powerOfX(crc: Crc, exponent: bigint): bigint {
  const one = 1n << (BigInt(crc.bits) - 1n);
  let power = one;
  let square = one >> 1n;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) power = multiply(crc, power, square);
    square = multiply(crc, square, square);
  }
  return power;
}
