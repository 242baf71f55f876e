export const LF = 0x0a;
export const CR = 0x0d;
export const QUOTE = 0x22;

/** The same memory seen as a Buffer: its search and text methods run natively. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The position of the first byte from `from` on that is not a carriage return, or `end`. */
export function skipCarriageReturns(bytes: Uint8Array, from: number, end = bytes.length): number {
  let at = from;
  while (at < end && bytes[at] === CR) at += 1;
  return at;
}

/**
 * The end of a record's content before an LF at `lineEnd`: carriage returns directly before the LF belong to the line
 * end.
 */
export function contentEnd(bytes: Uint8Array, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && bytes[end - 1] === CR) end -= 1;
  return end;
}

export function countLineFeeds(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, start); at !== -1 && at < end; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}
