import { isUtf8 } from 'node:buffer';
import { isDefinedIn1252 } from './windows-1252.ts';

/** Counts of the bytes beyond ASCII of a text. */
export interface Utf8Evidence {
  /** UTF-8 characters beyond ASCII. */
  readonly characters: number;
  /** Bytes beyond ASCII that belong to no UTF-8 character; a character that is cut off at the end is not counted. */
  readonly strayBytes: number;
  /** Whether Windows-1252 does not define one of the stray bytes. */
  readonly hasUndefinedIn1252: boolean;
}

export function readUtf8Evidence(bytes: Uint8Array): Utf8Evidence {
  let characters = 0;
  let strayBytes = 0;
  let hasUndefinedIn1252 = false;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : announcedLength(byte);
    if (byte >= 0x80 && length > 1 && isCutOff(bytes, at, length)) break;
    if (byte < 0x80) at += 1;
    else if (length > 1 && isUtf8(bytes.subarray(at, at + length))) {
      characters += 1;
      at += length;
    } else {
      strayBytes += 1;
      hasUndefinedIn1252 ||= !isDefinedIn1252(byte);
      at += 1;
    }
  }
  return { characters, strayBytes, hasUndefinedIn1252 };
}

/** The length of a UTF-8 character that begins with this byte; 1 if none does. */
function announcedLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 1;
}

/** Whether the bytes end within the character that begins at `at`. */
function isCutOff(bytes: Uint8Array, at: number, length: number): boolean {
  if (at + length <= bytes.length) return false;
  return bytes.subarray(at + 1).every((byte) => (byte & 0xc0) === 0x80);
}
