import type { RecordTable } from './record-table.ts';

export const BY_ID = 0;
export const BY_RECORD = 1;
export type SortLevel = typeof BY_ID | typeof BY_RECORD;

/** Where the bytes of one key are: a column of starts and one of lengths. */
export interface KeyColumns {
  readonly start: Uint32Array;
  readonly length: Uint32Array;
}

export function keyColumns(table: RecordTable, level: SortLevel): KeyColumns {
  return level === BY_ID ? { start: table.idStart, length: table.idLength } : table;
}

/** Compares two rows as bytes, by the key of `level` from `depth` on, and then by the keys of the levels behind it. */
export function compareRows(
  bytes: Buffer,
  table: RecordTable,
  a: number,
  b: number,
  level: SortLevel,
  depth: number,
): number {
  if (level === BY_ID) {
    const byId = compareKeys(bytes, table.idStart, table.idLength, a, b, depth);
    return byId === 0 ? compareKeys(bytes, table.start, table.length, a, b, 0) : byId;
  }
  return compareKeys(bytes, table.start, table.length, a, b, depth);
}

function compareKeys(
  bytes: Buffer,
  start: Uint32Array,
  length: Uint32Array,
  a: number,
  b: number,
  depth: number,
): number {
  const lengthA = length[a] ?? 0;
  const lengthB = length[b] ?? 0;
  let atA = (start[a] ?? 0) + depth;
  let atB = (start[b] ?? 0) + depth;
  const stop = (start[a] ?? 0) + Math.min(lengthA, lengthB);
  while (atA < stop) {
    const difference = (bytes[atA] ?? 0) - (bytes[atB] ?? 0);
    if (difference !== 0) return difference;
    atA += 1;
    atB += 1;
  }
  return lengthA - lengthB;
}
