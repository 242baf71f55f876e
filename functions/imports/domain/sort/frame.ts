/**
 * A framed record: five numbers of 32 bits, little endian, and then the record's own bytes without its line end.
 * The numbers: length of the record; where its ID lies from its start; packed length of the ID; ordinal and line, counted
 * from the first record of its run.
 */
export const FRAME_BYTES = 20;
export const FRAME_ID_OFFSET = 4;
export const FRAME_ID_LENGTH = 8;
export const FRAME_ORDINAL = 12;
export const FRAME_LINE = 16;

const ESCAPED = 0x80000000;

/** Length of an ID's own bytes, with a mark when they must be decoded first. */
export function packIdLength(length: number, escaped: boolean): number {
  return escaped ? (length | ESCAPED) >>> 0 : length;
}

export function unpackedIdLength(packed: number): number {
  return packed & ~ESCAPED;
}

export function isIdEscaped(packed: number): boolean {
  return (packed & ESCAPED) !== 0;
}
