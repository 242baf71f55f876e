import { isAscii } from 'node:buffer';
import { PROBLEMS_HEADER } from '../records/problem-line.ts';
import type { FilePiece } from './output-files.ts';

/** Lines of `failures.csv` or `warnings.csv` that one chunk left, as a work object. */
export interface CsvFragment {
  readonly key: string;
  readonly bytes: number;
  readonly nonAscii: boolean;
}

/** Without it spreadsheets take a CSV file for one of their own code page, and show every accent as two characters. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What `failures.csv` or `warnings.csv` is made of; no file if it would hold no line.
 * @param opening lines that stand before those of records
 * @param orderedBytes the most bytes whose lines are put in the order of the source
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

/** Fragments in groups that one step can sort; a fragment, whose own lines are in order, is never cut. */
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
