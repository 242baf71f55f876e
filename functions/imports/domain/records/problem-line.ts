import { escapeControls, shownValue } from '../../../crm-tables/index.ts';
import type { Problem } from './failure.ts';

/** The header row of `failures.csv` and of `warnings.csv`. */
export const PROBLEMS_HEADER = 'Line,Customer ID,Field,Column,Value,Code,Reason,File\r\n';

/** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t]/;

function csvCell(text: string, shown = shownValue(text)): string {
  const safe = FORMULA.test(text) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * One line of `failures.csv` or `warnings.csv`. It begins with the line number, by which `order-lines.ts` sorts.
 * @param place `line` is undefined for a problem of the file as a whole
 * @param fileName the file that holds the record
 */
export function problemLine(
  place: { readonly line: number | undefined },
  customerId: string,
  problem: Problem,
  fileName: string,
): string {
  const cells = [
    String(place.line ?? ''),
    csvCell(customerId),
    problem.fieldCode ?? '',
    String(problem.column ?? ''),
    csvCell(problem.value ?? ''),
    problem.code,
    csvCell(problem.reason),
    csvCell(fileName, escapeControls(fileName)),
  ];
  return `${cells.join(',')}\r\n`;
}
