/** Counts of the byte pairs of a text. */
export interface Utf16Evidence {
  /** Pairs that are one ASCII character in UTF-16, by byte order. */
  readonly littleEndian: number;
  readonly bigEndian: number;
  /** Pairs of two ASCII characters. */
  readonly asciiPairs: number;
}

const isText = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;

export function readUtf16Evidence(bytes: Uint8Array): Utf16Evidence {
  let littleEndian = 0;
  let bigEndian = 0;
  let asciiPairs = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    if (second === 0 && isText(first)) littleEndian += 1;
    else if (first === 0 && isText(second)) bigEndian += 1;
    else if (isText(first) && isText(second)) asciiPairs += 1;
  }
  return { littleEndian, bigEndian, asciiPairs };
}
