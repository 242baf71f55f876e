/** How the pairs of bytes of a text read. */
export interface Utf16Evidence {
  /** Pairs that are a character of ASCII in UTF-16, the lower half first, and the upper half first. */
  readonly littleEndian: number;
  readonly bigEndian: number;
  /** Pairs of two characters of ASCII. */
  readonly asciiPairs: number;
}

/** Characters that a text file holds. */
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
