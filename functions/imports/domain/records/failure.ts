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

/** What the log says of a problem: the manual's two lines. A problem of the whole record is message by its line. */
export function failureLogEntry(place: SourcePlace, problem: Problem, failureFile: string): string {
  const message = problem.fieldCode === undefined ? `Line ${place.line}: ${problem.reason}` : problem.reason;
  return `${message}\nSee ${failureFile} for invalid lines\n\n`;
}
