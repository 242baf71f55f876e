/** One fault of a record; of a single cell with field, column and value. */
export interface Problem {
  readonly code: string;
  readonly reason: string;
  readonly fieldCode?: string | undefined;
  /** Counted from 1. */
  readonly column?: number | undefined;
  readonly value?: string | undefined;
}

/** The place of a record in the source file. */
export interface SourcePlace {
  /** Records before it, without the header row. */
  readonly ordinal: number;
  /** Physical line on which it begins; the file's first is 1. */
  readonly line: number;
}

/** The two lines of the log that the manual shows for a problem. A problem of a whole record begins with its line. */
export function failureLogEntry(place: SourcePlace, problem: Problem, failureFile: string): string {
  const message = problem.fieldCode === undefined ? `Line ${place.line}: ${problem.reason}` : problem.reason;
  return `${message}\nSee ${failureFile} for invalid lines\n\n`;
}
