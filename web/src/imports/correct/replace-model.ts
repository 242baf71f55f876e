import { type Corrections, cellOf, faultOfValue, replacements } from './corrections-model.ts';

/** The most values of a column to choose from. */
const MOST_VALUES = 200;

/** The values of a column in the records that are imported, the most frequent first. */
export function valuesIn({ rows }: Corrections, column: number): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.isLeftOut) continue;
    const value = cellOf(row, column);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST_VALUES);
}

/** Why the cells would be wrong with the new value. */
export function faultOfReplacement(
  corrections: Corrections,
  column: number,
  from: string | undefined,
  to: string,
): string | undefined {
  const [first] = replacements(corrections, column, from, to);
  const row = first && corrections.rows[first.index];
  return row && faultOfValue(corrections, row, column, to);
}
