import type { RecordTable } from './record-table.ts';

export const BY_ID = 0;
export const BY_RECORD = 1;
export type SortLevel = typeof BY_ID | typeof BY_RECORD;

export function keyStart(table: RecordTable, row: number, level: SortLevel): number {
  return level === BY_ID ? table.idStartOf(row) : table.startOf(row);
}

export function keyLength(table: RecordTable, row: number, level: SortLevel): number {
  return level === BY_ID ? table.idLengthOf(row) : table.lengthOf(row);
}

/** Compares two rows as bytes, by the key of `level` from `depth` on, and then by the keys of the following levels. */
export function compareRows(
  bytes: Buffer,
  table: RecordTable,
  a: number,
  b: number,
  level: SortLevel,
  depth: number,
): number {
  const byKey = compareKeys(bytes, table, a, b, level, depth);
  return byKey !== 0 || level === BY_RECORD ? byKey : compareKeys(bytes, table, a, b, BY_RECORD, 0);
}

/** Compares the two keys of one level as bytes, from `depth` on; a key that ends first is the smaller. */
export function compareKeys(
  bytes: Buffer,
  table: RecordTable,
  a: number,
  b: number,
  level: SortLevel,
  depth: number,
): number {
  const lengthA = keyLength(table, a, level);
  const lengthB = keyLength(table, b, level);
  const startA = keyStart(table, a, level);
  const startB = keyStart(table, b, level);
  const shorter = Math.min(lengthA, lengthB);
  for (let at = depth; at < shorter; at += 1) {
    const difference = (bytes[startA + at] ?? 0) - (bytes[startB + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
