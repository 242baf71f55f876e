import type { Cut, Sample } from '../preview/read-sample.ts';
import type { LocatedValue } from '../preview/value-examples.ts';

/** A column of a file, with the values of the records that can be read. */
export interface FileColumn {
  /** Counted from 0. */
  readonly position: number;
  /** The cell of the header row; undefined without one. */
  readonly name: string | undefined;
  /** The values that are not blank, in the order of the file. */
  readonly values: readonly LocatedValue[];
  /** Lines of the records in which it is blank. */
  readonly blankLines: readonly number[];
}

export function fileColumns(cut: Cut, { records }: Sample): FileColumn[] {
  const readable = records.filter(({ unreadable }) => !unreadable);
  return Array.from({ length: cut.fieldCount }, (_, position) => {
    const all = readable.map(({ line, cells }) => ({ line, value: cells[position] ?? '' }));
    return {
      position,
      name: cut.header[position],
      values: all.filter(({ value }) => value !== ''),
      blankLines: all.filter(({ value }) => value === '').map(({ line }) => line),
    };
  });
}
