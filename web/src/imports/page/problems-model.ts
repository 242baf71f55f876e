/** A line of `failures.csv` or `warnings.csv`. */
export interface Problem {
  /** Position in the file, from 0. */
  readonly index: number;
  /** The line of the imported file; empty for a problem of the file as a whole. */
  readonly line: string;
  readonly customerId: string;
  /** Code of the field; empty if no field is concerned. */
  readonly field: string;
  /** Position of the column, from 1; empty if no column is concerned. */
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

export interface Problems {
  readonly lines: readonly Problem[];
  /** Whether the file has further lines. */
  readonly isCut: boolean;
}

/** The most lines that the page shows. */
export const MOST_LINES = 10_000;
const RANGE_BYTES = 1_048_576;
const LINE_END = '\r\n';

/**
 * Reads the lines of `failures.csv` or `warnings.csv`, up to the most that the page shows.
 * @param bytes the size of the file
 * @param read reads a range: the first byte, and the one after the last
 */
export async function readProblems(
  bytes: number,
  read: (from: number, to: number) => Promise<Uint8Array>,
  most = MOST_LINES,
  rangeBytes = RANGE_BYTES,
): Promise<Problems> {
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
  const problems = lines.slice(1, most + 1).map((line, index) => problemOf(line, index));
  return { lines: problems, isCut: lines.length > most + 1 };
}

/** The engine escapes line ends within cells, so that each problem is one line. */
function problemOf(text: string, index: number): Problem {
  const [line = '', customerId = '', field = '', column = '', value = '', code = '', reason = ''] = cellsOf(text);
  return { index, line, customerId: shown(customerId), field, column, value: shown(value), code, reason };
}

const CELL = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/gy;

function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(CELL)].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
}

/** Without the apostrophe that keeps a spreadsheet from running the value as a formula. */
const shown = (value: string): string => value.replace(/^'(?=[=+\-@\t])/, '');
