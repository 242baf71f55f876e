import type { ImportOptions } from '../../../definitions/index.ts';
import { readSeparatorLine } from './opening.ts';

/** Delimiters to try when none is given, the likeliest first. */
const COMMON_DELIMITERS = [',', ';', '\t', '|'];

/** The delimiters that a file may have, the likeliest first: that of the options, that of a line `sep=;`, or the common ones. */
export function delimitersToTry(head: Uint8Array, { delimiter }: Pick<ImportOptions, 'delimiter'>): readonly string[] {
  const known = delimiter ?? readSeparatorLine(head)?.delimiter;
  return known === undefined ? COMMON_DELIMITERS : [known];
}

export const spelledDelimiter = (delimiter: string): string => (delimiter === '\t' ? 'tab' : `"${delimiter}"`);
