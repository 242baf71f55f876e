import { isAscii } from 'node:buffer';
import type { FilePiece } from './output-files.ts';

/** A work object with one chunk's lines for a CSV file. */
export interface CsvFragment {
  readonly key: string;
  readonly bytes: number;
  readonly nonAscii: boolean;
}

/** Without it a spreadsheet reads a CSV file in its own code page, and shows every accent as two characters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV file about the records of an import: `failures.csv`, `warnings.csv` or `changes.csv`. */
export interface ReportFile {
  readonly key: string;
  readonly header: string;
  /** Lines before those of records. */
  readonly opening?: string;
  readonly fragments: readonly CsvFragment[];
}

/**
 * The pieces of a report; no file if it would have no lines.
 * @param orderedBytes the most bytes whose lines are put in source order
 */
export function reportFile(
  { key, header, opening = '', fragments }: ReportFile,
  orderedBytes: number,
): Array<{ readonly key: string; readonly pieces: readonly FilePiece[] }> {
  if (opening === '' && fragments.length === 0) return [];
  const needsMark = fragments.some(({ nonAscii }) => nonAscii) || !isAscii(Buffer.from(opening));
  const text = (needsMark ? BYTE_ORDER_MARK : '') + header + opening;
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
