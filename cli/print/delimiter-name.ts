import { printable } from './printable.ts';

const NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'pipe',
  ' ': 'space',
};

/** What a person calls it: most of them can hardly be seen. */
export const delimiterName = (delimiter: string): string => NAMES[delimiter] ?? printable(delimiter);
