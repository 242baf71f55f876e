import type { Encoding } from '../../../definitions/index.ts';
import { asBuffer } from '../csv/bytes.ts';
import { readUtf8Evidence } from './utf-8-evidence.ts';
import { readUtf16Evidence } from './utf-16-evidence.ts';

const MARKS: ReadonlyArray<readonly [mark: Uint8Array, encoding: Encoding]> = [
  [Uint8Array.of(0xef, 0xbb, 0xbf), 'utf-8'],
  [Uint8Array.of(0xff, 0xfe), 'utf-16le'],
  [Uint8Array.of(0xfe, 0xff), 'utf-16be'],
];

/**
 * The encoding of a file, detected from its beginning:
 * 1. The encoding of its byte-order mark.
 * 2. UTF-16, if more pairs are an ASCII character with a zero byte on the same side than there are pairs of ASCII
 * characters and sequences of UTF-8: a stray NUL in a UTF-8 file does not make it UTF-16.
 * 3. Windows-1252, if more bytes belong to no UTF-8 character than there are UTF-8 characters beyond ASCII, and
 * Windows-1252 has a character for each of those bytes. So one bad record among good ones leaves a file UTF-8, while a
 * file whose only byte beyond ASCII is not UTF-8 counts as Windows-1252.
 * 4. UTF-8 otherwise.
 */
export function detectEncoding(head: Uint8Array): Encoding {
  const marked = MARKS.find(([mark]) => asBuffer(mark).equals(head.subarray(0, mark.length)));
  if (marked) return marked[1];
  const utf8 = readUtf8Evidence(head);
  const utf16 = readUtf16Evidence(head);
  const against = utf16.asciiPairs + utf8.characters;
  if (utf16.littleEndian > against && utf16.littleEndian > utf16.bigEndian) return 'utf-16le';
  if (utf16.bigEndian > against) return 'utf-16be';
  return utf8.strayBytes > utf8.characters && !utf8.hasUndefinedIn1252 ? 'windows-1252' : 'utf-8';
}
