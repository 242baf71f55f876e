import { isIdEscaped, unpackedIdLength } from './frame.ts';

/**
 * The sidecar of the sorted file: for each record, in the same order, six numbers of 32 bits, little endian: length
 * without line end; offset of the ID from the record's start; packed length of the ID; low halves of ordinal and line;
 * their high halves, 16 bits each.
 */
export const SIDECAR_WORDS = 6;
export const SIDECAR_BYTES = SIDECAR_WORDS * 4;

const HALF = 2 ** 32;

/** Writes entry `index`. `idOffset` and `packedIdLength` are those of the record's frame. */
export function writeSidecarEntry(
  words: Uint32Array,
  index: number,
  length: number,
  idOffset: number,
  packedIdLength: number,
  ordinal: number,
  line: number,
): void {
  const at = index * SIDECAR_WORDS;
  words[at] = length;
  words[at + 1] = idOffset;
  words[at + 2] = packedIdLength;
  words[at + 3] = ordinal;
  words[at + 4] = line;
  words[at + 5] = (Math.floor(line / HALF) << 16) | Math.floor(ordinal / HALF);
}

/** One record of the sorted file. Positions refer to the bytes that it was read into. */
export interface SortedRecord {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** Records before it in the source. */
  readonly ordinal: number;
  /** Physical line of the source on which it begins. */
  readonly line: number;
  /** The place of the ID's bytes; empty without an ID. */
  readonly idStart: number;
  readonly idEnd: number;
  /** The ID is a field with doubled quotes: `decodeField` returns its content. */
  readonly idEscaped: boolean;
}

/** Entry `index` of a sidecar, for a record whose bytes begin at `start`. */
export function readSidecarEntry(sidecar: Buffer, index: number, start: number): SortedRecord {
  const at = index * SIDECAR_BYTES;
  const packed = sidecar.readUInt32LE(at + 8);
  const high = sidecar.readUInt32LE(at + 20);
  const idStart = start + sidecar.readUInt32LE(at + 4);
  return {
    start,
    end: start + sidecar.readUInt32LE(at),
    ordinal: sidecar.readUInt32LE(at + 12) + (high & 0xffff) * HALF,
    line: sidecar.readUInt32LE(at + 16) + (high >>> 16) * HALF,
    idStart,
    idEnd: idStart + unpackedIdLength(packed),
    idEscaped: isIdEscaped(packed),
  };
}
