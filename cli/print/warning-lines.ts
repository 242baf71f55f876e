import type { ImportSummary, ResultFile } from '../api/imports.ts';
import { count, counted } from './amounts.ts';
import { printable } from './printable.ts';

/** What the codes of warnings mean. A code that is not here is shown alone. */
const MEANINGS: Readonly<Record<string, string>> = {
  'value.unparsed-telephone': 'a telephone number is kept as typed and is not found by search',
  'value.unparsed-email': 'an e-mail address is kept as typed and is not found by search',
};

/** How many warnings an import has of each kind, and the file that holds them. */
export function warningLines(
  { warnings = 0, warningCodes = {} }: ImportSummary,
  files: ReadonlyArray<Pick<ResultFile, 'name'>>,
): string[] {
  if (warnings === 0) return [];
  const file = files.find(({ name }) => name.endsWith('.warnings.csv'));
  const where = file ? `, each a line of ${printable(file.name)}` : '';
  const kinds = Object.entries(warningCodes);
  const width = Math.max(0, ...kinds.map(([, number]) => count(number).length));
  return [
    '',
    `${counted(warnings, 'warning')}${where}`,
    ...kinds.map(([code, number]) => {
      const meaning = MEANINGS[code];
      return `  ${count(number).padStart(width)}  ${printable(code)}${meaning === undefined ? '' : `: ${meaning}`}`;
    }),
  ];
}
