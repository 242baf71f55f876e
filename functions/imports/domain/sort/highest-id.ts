import type { RecordTable } from './record-table.ts';

const ZERO = 0x30;
const NINE = 0x39;
/** No more digits than a safe integer can have; leading zeros count as digits. */
const MAX_DIGITS = 16;

/** The greatest `n` of the IDs of exactly the form prefix + decimal digits; 0 when there is none. */
export function highestId(bytes: Uint8Array, table: RecordTable, prefix: Uint8Array): number {
  let highest = 0;
  for (let row = 0; row < table.count; row += 1) {
    const start = table.idStart[row] ?? 0;
    const end = start + (table.idLength[row] ?? 0);
    if (!beginsWith(bytes, start, end, prefix)) continue;
    highest = Math.max(highest, numberAt(bytes, start + prefix.length, end));
  }
  return highest;
}

function beginsWith(bytes: Uint8Array, start: number, end: number, prefix: Uint8Array): boolean {
  if (end - start <= prefix.length) return false;
  for (let index = 0; index < prefix.length; index += 1) if (bytes[start + index] !== prefix[index]) return false;
  return true;
}

/** 0 for anything but digits, and for a number that is not exact. */
function numberAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MAX_DIGITS) return 0;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = bytes[at] ?? 0;
    if (digit < ZERO || digit > NINE) return 0;
    number = number * 10 + digit - ZERO;
  }
  return Number.isSafeInteger(number) ? number : 0;
}
