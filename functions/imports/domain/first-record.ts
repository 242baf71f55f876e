import { CR, countLineFeeds, LF } from './csv/bytes.ts';
import { type OversizedRecord, readLeadingRecords, skipEmptyLines } from './csv/leading-records.ts';
import type { LineEnd } from './csv/record-format.ts';

const UTF8_BOM = [0xef, 0xbb, 0xbf];

/** The first record of a file, which may be its header row. */
export interface FirstRecord {
  readonly cells: readonly string[];
  /** Offset of the first byte behind the record and its line end. */
  readonly end: number;
  /** What ends it; undefined when it goes up to the last byte that was read. */
  readonly lineEnd: LineEnd | undefined;
  /** Physical line on which the next record begins, counted from 1. */
  readonly nextLine: number;
}

/** No first record: there is none, it has a quote that is not closed, or it is over a limit. */
export interface NoFirstRecord {
  readonly fault: 'no-record' | 'unclosed-quote' | OversizedRecord['fault'];
  /** Physical line on which the record begins that could not be read. */
  readonly line: number;
}

export const bomLength = (head: Uint8Array): number =>
  UTF8_BOM.every((byte, i) => head[i] === byte) ? UTF8_BOM.length : 0;

/**
 * Reads the first record from the beginning of a file, as the import means records.
 * @param head the beginning of the file, byte-order mark included.
 */
export function readFirstRecord(head: Uint8Array, delimiter: string): FirstRecord | NoFirstRecord {
  const offset = bomLength(head);
  const { records, isUnclosed, oversized } = readLeadingRecords(head.subarray(offset), delimiter, 1);
  const [first] = records;
  if (first === undefined) {
    const start = skipEmptyLines(head, offset);
    const line = isUnclosed || oversized ? 1 + countLineFeeds(head, 0, start) : 1;
    return { fault: oversized?.fault ?? (isUnclosed ? 'unclosed-quote' : 'no-record'), line };
  }
  const end = offset + first.end;
  return {
    cells: first.cells,
    end,
    lineEnd: lineEndAt(head, end),
    nextLine: 1 + countLineFeeds(head, 0, end),
  };
}

function lineEndAt(head: Uint8Array, end: number): LineEnd | undefined {
  if (head[end - 1] !== LF) return undefined;
  return head[end - 2] === CR ? 'crlf' : 'lf';
}
