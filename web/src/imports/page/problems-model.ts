import type { LineOf } from './report-lines.ts';

/** A line of `failures.csv` or `warnings.csv`. */
export interface Problem {
  /** Position in the file, from 0. */
  readonly index: number;
  /** The line of the imported file; empty for a problem of the file as a whole. */
  readonly line: string;
  readonly customerId: string;
  /** Code of the field; empty if no field is concerned. */
  readonly field: string;
  /** Position of the column, from 1; empty if no column is concerned. */
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

export const problemOf: LineOf<Problem> = (
  [line = '', customerId = '', field = '', column = '', value = '', code = '', reason = ''],
  index,
) => ({ index, line, customerId, field, column, value, code, reason });
