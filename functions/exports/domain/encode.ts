import type { Encoding } from '../../definitions/index.ts';
import { bytesOf1252 } from '../../imports/index.ts';

const REPLACEMENT = 0x3f;

/** Whether the encoding has every character of a text. */
export function isRepresentable(encoding: Encoding, text: string): boolean {
  if (encoding !== 'windows-1252') return true;
  for (const character of text) if (bytesOf1252.get(character) === undefined) return false;
  return true;
}

/** The bytes of a text; a question mark stands for a character that the encoding lacks. */
export function encode(encoding: Encoding, text: string): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(Array.from(text, (character) => bytesOf1252.get(character) ?? REPLACEMENT));
  }
}

/** The byte-order mark; Windows-1252 has none. */
export const markOf = (encoding: Encoding): Buffer =>
  encoding === 'windows-1252' ? Buffer.alloc(0) : encode(encoding, '\uFEFF');
