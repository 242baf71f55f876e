import { asBuffer, countLineFeeds, LF } from '../csv/bytes.ts';
import { cellsOf } from '../csv/cells.ts';
import { readLeadingRecords, skipEmptyLines, withoutLineEnd } from '../csv/leading-records.ts';
import { judgeRecord, type Unreadable } from '../csv/record.ts';
import type { LineEnd } from '../csv/record-format.ts';

/** How a file's records are cut. */
export interface Cut {
  readonly delimiter: string;
  readonly hasHeader: boolean;
  /** Cells of the header row; none without one. */
  readonly header: readonly string[];
  readonly fieldCount: number;
  readonly dataStart: number;
  readonly dataLine: number;
}

export interface SampledRecord {
  /** Physical line on which it begins. */
  readonly line: number;
  /** As far as they can be read. */
  readonly cells: readonly string[];
  readonly unreadable?: Unreadable;
}

export interface Sample {
  readonly records: readonly SampledRecord[];
  /** Line of a record with a quote that the file never closes. */
  readonly unclosedLine?: number;
  /** The line end of most records. */
  readonly lineEnd?: LineEnd;
}

/** Enough to know a file by; more would make whoever waits for the answer wait longer. */
const MOST_RECORDS = 1_000;

/** A beginning that holds a few very long records is read no further than this: it would exhaust the memory. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Reads the first whole records behind the header row, each judged as the import judges it. */
export function readSample(head: { readonly bytes: Uint8Array; readonly isWhole: boolean }, cut: Cut): Sample {
  const read = head.bytes.subarray(0, cut.dataStart + MOST_BYTES);
  const isWhole = head.isWhole && read.length === head.bytes.length;
  const bytes = isWhole ? read : read.subarray(0, read.lastIndexOf(LF) + 1);
  const { records: found, isUnclosed } = readLeadingRecords(bytes.subarray(cut.dataStart), cut.delimiter, MOST_RECORDS);
  const records: SampledRecord[] = [];
  let line = cut.dataLine;
  let from = cut.dataStart;
  let crlf = 0;
  for (const each of found) {
    const end = cut.dataStart + each.end;
    const start = skipEmptyLines(bytes, from, end);
    line += countLineFeeds(bytes, from, start);
    const contentEnd = withoutLineEnd(bytes, start, end);
    if (end - contentEnd === 2) crlf += 1;
    records.push({ line, ...readRecord(bytes, start, contentEnd, cut) });
    line += countLineFeeds(bytes, start, end);
    from = end;
  }
  const start = skipEmptyLines(bytes, from, bytes.length);
  return {
    records,
    ...(records.length > 0 && { lineEnd: crlf * 2 > records.length ? 'crlf' : 'lf' }),
    // A file that goes on behind the sample may well close its quote there.
    ...(isUnclosed && isWhole && { unclosedLine: line + countLineFeeds(bytes, from, start) }),
  };
}

function readRecord(bytes: Uint8Array, start: number, end: number, { delimiter, fieldCount }: Cut) {
  const format = { delimiter: delimiter.charCodeAt(0), fieldCount };
  const judged = judgeRecord(bytes, start, end, format);
  if (!('unreadable' in judged)) return { cells: judged.cells };
  const { unreadable } = judged;
  return { unreadable, cells: cellsOf(asBuffer(bytes).toString('utf8', start, end), delimiter) };
}
