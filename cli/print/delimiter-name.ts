import { printable } from './printable.ts';

const NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'pipe',
  ' ': 'space',
};

/** A name for a delimiter: most delimiters are hard to see. */
export const delimiterName = (delimiter: string): string => NAMES[delimiter] ?? printable(delimiter);
