import type { Violation } from '../../../shared/domain/errors.ts';
import { LONGEST_FILE_NAME_BYTES } from './upload-key.ts';

/** The violations of a file name as the last part of a key; empty for a valid name. */
export function validateFileName(fileName: string): Violation[] {
  const detail = fileNameFault(fileName);
  return detail === undefined ? [] : [{ pointer: '/fileName', code: 'file-name.invalid', detail }];
}

function fileNameFault(fileName: string): string | undefined {
  if (fileName.trim() === '' || fileName === '.' || fileName === '..') return 'This is not a file name.';
  if (fileName.includes('/')) return 'A file name must not contain a slash. Send the name without its folder.';
  if (/[\p{Cc}\p{Cs}]/u.test(fileName)) return 'A file name must not contain control characters.';
  if (Buffer.byteLength(fileName) <= LONGEST_FILE_NAME_BYTES) return undefined;
  return `A file name must have at most ${LONGEST_FILE_NAME_BYTES} bytes. Shorten it.`;
}

/** @param largest bytes of the largest file that is imported */
export function validateSize(bytes: number, largest: number): Violation[] {
  if (bytes <= largest) return [];
  const detail = `The file has ${bytes} bytes; at most ${largest} are accepted. Split it.`;
  return [{ pointer: '/bytes', code: 'file.too-large', detail }];
}
