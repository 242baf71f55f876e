/** The lines of a CSV file about the records of an import. */
export interface ReportLines<Line> {
  readonly lines: readonly Line[];
  /** Whether the file has further lines. */
  readonly isCut: boolean;
}

/** Makes a line of its cells. @param index position in the file, from 0 */
export type LineOf<Line> = (cells: readonly string[], index: number) => Line;

/** The most lines that the page shows. */
export const MOST_LINES = 10_000;
const RANGE_BYTES = 1_048_576;
const LINE_END = '\r\n';

/**
 * Reads the lines of `failures.csv`, `warnings.csv` or `changes.csv`, up to the most that the page shows.
 * @param bytes the size of the file
 * @param read reads a range: the first byte, and the one after the last
 */
export async function readReportLines<Line>(
  bytes: number,
  read: (from: number, to: number) => Promise<Uint8Array>,
  lineOf: LineOf<Line>,
  most = MOST_LINES,
  rangeBytes = RANGE_BYTES,
): Promise<ReportLines<Line>> {
  const decoder = new TextDecoder();
  const lines: string[] = [];
  let rest = '';
  // The header row is a line, too.
  for (let from = 0; from < bytes && lines.length <= most + 1; from += rangeBytes) {
    const range = await read(from, Math.min(bytes, from + rangeBytes));
    const parts = (rest + decoder.decode(range, { stream: true })).split(LINE_END);
    rest = parts.pop() ?? '';
    lines.push(...parts);
  }
  // The engine escapes line ends within cells.
  const shown = lines.slice(1, most + 1).map((line, index) => lineOf(cellsOf(line).map(unguarded), index));
  return { lines: shown, isCut: lines.length > most + 1 };
}

const CELL = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/gy;

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(CELL)].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
}

/** Without the apostrophe that keeps a spreadsheet from running the value as a formula. */
const unguarded = (value: string): string => value.replace(/^'(?=[=+\-@\t])/, '');
