import type { ExportOptions } from './export-options.ts';

/** A spreadsheet may run a cell that begins with one of these. */
const RUNS = /^[=+\-@\t\r]/;

const LINE_END = '\r\n';

export const formulaSafe = (value: string): string => (RUNS.test(value) ? `'${value}` : value);

/**
 * Writes a line of a CSV file. A cell is quoted where a reader would else see another one: it holds the delimiter, a quote or
 * a line end, begins or ends with white space, or begins like a byte-order mark or a line `sep=`.
 */
export function lineWriter({ delimiter, formulaSafe: isSafe }: Pick<ExportOptions, 'delimiter' | 'formulaSafe'>) {
  const special = /["\r\n]|^\s|\s$|^\uFEFF|^sep=/i;
  const cellOf = (value: string): string => {
    const text = isSafe ? formulaSafe(value) : value;
    return text.includes(delimiter) || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return (values: readonly string[]): string => {
    const line = values.map(cellOf).join(delimiter);
    // A line of one blank cell would be no record.
    return `${line === '' ? '""' : line}${LINE_END}`;
  };
}
