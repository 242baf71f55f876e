import { escapeControls } from '../../../crm-tables/index.ts';
import type { Problem } from './failure.ts';
import { reportCell } from './report-cell.ts';

/** The header row of `failures.csv` and of `warnings.csv`. */
export const PROBLEMS_HEADER = 'Line,Customer ID,Field,Column,Value,Code,Reason,File\r\n';

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
    reportCell(customerId),
    problem.fieldCode ?? '',
    String(problem.column ?? ''),
    reportCell(problem.value ?? ''),
    problem.code,
    reportCell(problem.reason),
    reportCell(fileName, escapeControls(fileName)),
  ];
  return `${cells.join(',')}\r\n`;
}
