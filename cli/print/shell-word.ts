import { printable } from './printable.ts';

const PLAIN = /^[\w@%+=:,./-]+$/;

/** Quotes a word for a POSIX shell, so that a printed command can be copied. */
export function shellWord(text: string): string {
  const shown = printable(text);
  return PLAIN.test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
