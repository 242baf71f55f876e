import type { ImportSummary, ResultFile } from '../api/imports.ts';
import { count, counted } from './amounts.ts';
import { printable } from './printable.ts';

/** The meaning of each warning code. A code that is missing here is shown without one. */
const MEANINGS: Readonly<Record<string, string>> = {
  'column.left-out': 'a column is not imported but probably belongs to a field; --map assigns it',
  'value.formula': 'a spreadsheet formula is stored as typed; --unwrap-formulas imports its text',
  'value.invisible-character': 'a Customer ID or text begins or ends with a space, or contains an invisible character',
  'file.trailing-delimiter': 'every record ends with one delimiter more than the header row',
  'header.doubtful': 'the first record may be a header row',
  'value.unparsed-telephone': 'a telephone number is stored as typed; search does not find it',
  'value.unparsed-email': 'an e-mail address is stored as typed; search does not find it',
};

/** The columns of the file that feed no field. */
export function ignoredColumnLines({ ignoredColumns = [] }: ImportSummary): string[] {
  if (ignoredColumns.length === 0) return [];
  const names = ignoredColumns.map(({ position, name = '' }) =>
    name.trim() === '' ? String(position) : `${position} (${name})`,
  );
  return ['', `Columns not imported: ${printable(names.join(', '))}`];
}

/** The number of warnings of each code, and the file that lists them. */
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
