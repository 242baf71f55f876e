import { printable } from './printable.ts';

const PLAIN = /^[\w@%+=:,./-]+$/;

/** A word as a POSIX shell reads it, so that a printed command can be copied. */
export function shellWord(text: string): string {
  const shown = printable(text);
  return PLAIN.test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
