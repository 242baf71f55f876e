import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';

// Files as other programs write them. Texts are binary strings of UTF-8 bytes, as in the import's model; bytes that are
// no UTF-8 become what is no character in the other encoding.

export interface FileForm {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly gzip: 'none' | 'one' | 'two members';
  readonly mark: boolean;
  /** Whether the upload gives its encoding although detection would suffice. */
  readonly isGiven: boolean;
}

export const anyForm: fc.Arbitrary<FileForm> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  gzip: fc.constantFrom('none', 'none', 'none', 'one', 'two members'),
  mark: fc.boolean(),
  isGiven: fc.boolean(),
});

const BOM = '\xef\xbb\xbf';
/** A UTF-8 character, half a surrogate pair, or an invalid byte. */
const PIECES = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\s\S]/g;
/** The second half of a surrogate pair without its first, and a byte that Windows-1252 leaves undefined. */
const LONE_HALF = '\xed\xbf\xbf';
const UNDEFINED_BYTE = '\x81';

const textOf = (piece: string): string => Buffer.from(piece, 'latin1').toString();
const isStray = (piece: string): boolean => piece.length === 1 && piece >= '\x80';
const isAsItIs = ({ encoding, gzip }: FileForm): boolean => encoding === 'utf-8' && gzip === 'none';

/** The text that the import reads from a file in this form: the text itself, or its conversion to UTF-8. */
export function asRead(file: string, form: FileForm): string {
  if (isAsItIs(form)) return file;
  const text = file.startsWith(BOM) ? file.slice(BOM.length) : file;
  return BOM + (text.match(PIECES) ?? []).map((piece) => fitted(piece, form)).join('');
}

function fitted(piece: string, { encoding }: FileForm): string {
  if (encoding === 'utf-8') return piece;
  if (encoding !== 'windows-1252') return isStray(piece) ? LONE_HALF : piece;
  if (isStray(piece)) return UNDEFINED_BYTE;
  const text = textOf(piece);
  const isKnown = text <= '\x7f' || text === '€' || (text >= '\xa0' && text <= '\xff');
  return isKnown ? piece : '\xc3\xbc';
}

/** The bytes of a file of this form, of which `asRead` is read. */
export function bytesOf(read: string, form: FileForm): Buffer {
  if (isAsItIs(form)) return Buffer.from(read, 'latin1');
  const encoded = encode(read.slice(BOM.length), form);
  if (form.gzip === 'none') return encoded;
  if (form.gzip === 'one') return gzipSync(encoded);
  const middle = encoded.length >> 1;
  return Buffer.concat([gzipSync(encoded.subarray(0, middle)), gzipSync(encoded.subarray(middle))]);
}

function encode(text: string, { encoding, mark }: FileForm): Buffer {
  const pieces = text.match(PIECES) ?? [];
  // Text that begins with U+FEFF itself would look like a mark.
  const marked = mark || text.startsWith(BOM) ? '\uFEFF' : '';
  if (encoding === 'utf-8') return Buffer.concat([Buffer.from(marked), Buffer.from(text, 'latin1')]);
  if (encoding === 'windows-1252') {
    const bytes = pieces.map((piece) => (isStray(piece) ? piece : textOf(piece) === '€' ? '\x80' : textOf(piece)));
    return Buffer.from(bytes.join(''), 'latin1');
  }
  const units = pieces.map((piece) => (piece === LONE_HALF ? '\udfff' : textOf(piece)));
  const bytes = Buffer.from(marked + units.join(''), 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** The options that an upload in this form needs. */
export function metadataOf(read: string, form: FileForm): Record<string, string> {
  const { encoding, mark, isGiven } = form;
  const pieces = read.match(PIECES) ?? [];
  const isClear =
    encoding === 'utf-8' ? !pieces.some(isStray) && !read.includes('\0') : encoding !== 'windows-1252' && mark;
  return isClear && !isGiven ? {} : { encoding };
}
