import { closeSync, openSync, writeSync } from 'node:fs';
import { HEADER, row, shuffledNumbers } from './rows.ts';

const SEED = 20_050_425;
const ROWS_PER_WRITE = 4_000;
/** Average size of a row with its line end. */
const BYTES_PER_ROW = 262;

export interface RowsFile {
  readonly rows: number;
  readonly bytes: number;
}

/** How many rows make a file of about `bytes`. */
export function rowsFor(bytes: number): number {
  return Math.max(1, Math.round(bytes / BYTES_PER_ROW));
}

/** Writes `rows` rows with shuffled IDs to a new file, each ended by LF, after an optional header row. */
export function writeRows(path: string, rows: number, { header }: { readonly header: boolean }): RowsFile {
  const file = openSync(path, 'w');
  let bytes = header ? writeSync(file, `${HEADER}\n`) : 0;
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) bytes += writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  };
  for (const n of shuffledNumbers(rows, SEED)) {
    lines.push(row(n, SEED));
    if (lines.length === ROWS_PER_WRITE) flush();
  }
  flush();
  closeSync(file);
  return { rows, bytes };
}
