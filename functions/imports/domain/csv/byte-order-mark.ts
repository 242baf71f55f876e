import { UTF8_MARK } from '../encoding/file-encoding.ts';

/** Length of the byte-order mark at the beginning of UTF-8: 3 or 0. */
export const bomLength = (head: Uint8Array): number =>
  UTF8_MARK.every((byte, at) => head[at] === byte) ? UTF8_MARK.length : 0;

export const bytesAfterMark = (head: Uint8Array): Uint8Array => head.subarray(bomLength(head));
