import { escapeControls, shownValue } from '../../crm-tables/index.ts';

/** One thing that is wrong with a record; where it is one cell's, with field, column and value. */
export interface Problem {
  readonly code: string;
  readonly reason: string;
  readonly fieldCode?: string | undefined;
  /** Counted from 1. */
  readonly column?: number | undefined;
  readonly value?: string | undefined;
}

/** Where a record stands in the source file. */
export interface SourcePlace {
  /** Records before it, the header row apart. */
  readonly ordinal: number;
  /** Physical line on which it begins; the file's first is 1. */
  readonly line: number;
}

export const FAILURES_HEADER = 'Line,Customer ID,Field,Column,Value,Code,Reason,File\r\n';

/** A spreadsheet runs what begins like a formula; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t]/;

function csvCell(text: string, shown = shownValue(text)): string {
  const safe = FORMULA.test(text) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of `failures.csv`. */
export function failureLine(place: SourcePlace, customerId: string, problem: Problem, fileName: string): string {
  const cells = [
    String(place.line),
    csvCell(customerId),
    problem.fieldCode ?? '',
    problem.column === undefined ? '' : String(problem.column),
    csvCell(problem.value ?? ''),
    problem.code,
    csvCell(problem.reason),
    csvCell(fileName, escapeControls(fileName)),
  ];
  return `${cells.join(',')}\r\n`;
}

/** What the log says of a problem: the manual's two lines. A problem of the whole record is told by its line. */
export function failureLogEntry(place: SourcePlace, problem: Problem, failureFile: string): string {
  const told = problem.fieldCode === undefined ? `Line ${place.line}: ${problem.reason}` : problem.reason;
  return `${told}\nSee ${failureFile} for invalid lines\n\n`;
}
