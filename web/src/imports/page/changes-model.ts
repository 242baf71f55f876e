import type { LineOf } from './report-lines.ts';

/** A line of `changes.csv`: a value that the import changed. */
export interface ChangedValue {
  /** Position in the file, from 0. */
  readonly index: number;
  /** The line of the imported file. */
  readonly line: string;
  readonly customerId: string;
  /** The label that the field had then. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export const changedValueOf: LineOf<ChangedValue> = (
  [line = '', customerId = '', , label = '', before = '', after = ''],
  index,
) => ({ index, line, customerId, label, before, after });
