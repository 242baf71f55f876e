import { isAscii } from 'node:buffer';
import { PROBLEMS_HEADER } from '../records/problem-line.ts';
import type { FilePiece } from './output-files.ts';

/** A work object with one chunk's lines for `failures.csv` or `warnings.csv`. */
export interface CsvFragment {
  readonly key: string;
  readonly bytes: number;
  readonly nonAscii: boolean;
}

/** Without it a spreadsheet reads a CSV file in its own code page, and shows every accent as two characters. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The pieces of `failures.csv` or `warnings.csv`; no file if it would have no lines.
 * @param opening lines before those of records
 * @param orderedBytes the most bytes whose lines are put in source order
 */
export function problemsFile(
  key: string,
  opening: string,
  fragments: readonly CsvFragment[],
  orderedBytes: number,
): Array<{ readonly key: string; readonly pieces: readonly FilePiece[] }> {
  if (opening === '' && fragments.length === 0) return [];
  const needsMark = fragments.some(({ nonAscii }) => nonAscii) || !isAscii(Buffer.from(opening));
  const text = (needsMark ? BYTE_ORDER_MARK : '') + PROBLEMS_HEADER + opening;
  return [{ key, pieces: [{ text }, ...orderedPieces(fragments, orderedBytes)] }];
}

/** Groups the fragments so that one step can sort a group. A fragment is never cut: its lines are in order. */
function orderedPieces(fragments: readonly CsvFragment[], orderedBytes: number): FilePiece[] {
  const groups: Array<Array<{ key: string; bytes: number }>> = [];
  let room = 0;
  for (const { key, bytes } of fragments) {
    if (groups.length === 0 || bytes > room) {
      groups.push([]);
      room = orderedBytes;
    }
    groups.at(-1)?.push({ key, bytes });
    room -= bytes;
  }
  return groups.map((ordered) => ({ ordered }));
}
