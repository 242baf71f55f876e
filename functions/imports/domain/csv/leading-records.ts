import { asBuffer, contentEnd, LF, skipCarriageReturns } from './bytes.ts';
import { cellsOf } from './cells.ts';
import { FIELD_START, QUOTED, transitionsFor } from './state.ts';

/** Number of records at a file's beginning that an import checks against the two limits below. */
export const LEADING_RECORDS = 20;
/** More than any spreadsheet of customers has. Without a limit 15 MB of commas become 15 million strings. */
export const MAX_COLUMNS = 2_000;
/** Bytes of one record, its line end included. */
export const MAX_LEADING_RECORD_BYTES = 1024 * 1024;

export interface LeadingRecord {
  readonly cells: readonly string[];
  /** Offset of the record's first byte. */
  readonly start: number;
  /** Offset of the first byte after the record and its line end. */
  readonly end: number;
}

/** A record over a limit. Its cells are never created. */
export interface OversizedRecord {
  readonly fault: 'too-many-columns' | 'record-too-long';
  readonly start: number;
}

export interface LeadingRecords {
  readonly records: readonly LeadingRecord[];
  /** Whether the next record opens a quote that the bytes do not close. */
  readonly isUnclosed: boolean;
  /** The next record, if it is over a limit: no record after it is read. */
  readonly oversized?: OversizedRecord;
}

/**
 * Reads the first records of some bytes with all their cells. Every reader of a file's beginning uses it, so that no
 * file can create more than `MAX_COLUMNS` cells a record.
 * @param most the maximum number of records
 */
export function readLeadingRecords(
  bytes: Uint8Array,
  delimiter: string,
  most = Number.POSITIVE_INFINITY,
): LeadingRecords {
  const buffer = asBuffer(bytes);
  const transitions = transitionsFor(delimiter.charCodeAt(0));
  const records: LeadingRecord[] = [];
  let start = skipEmptyLines(bytes, 0);
  while (start < bytes.length && records.length < most) {
    const { end, fault } = findRecordEnd(bytes, start, delimiter.charCodeAt(0), transitions);
    if (fault === 'unclosed') return { records, isUnclosed: true };
    if (fault) return { records, isUnclosed: false, oversized: { fault, start } };
    const text = buffer.toString('utf8', start, withoutLineEnd(bytes, start, end));
    records.push({ cells: cellsOf(text, delimiter), start, end });
    start = skipEmptyLines(bytes, end);
  }
  return { records, isUnclosed: false };
}

/** The offset of the first byte, from `start` on, that belongs to no empty line. */
export function skipEmptyLines(bytes: Uint8Array, start: number, end = bytes.length): number {
  for (let at = start; ; ) {
    const lineEnd = skipCarriageReturns(bytes, at, end);
    if (lineEnd >= end || bytes[lineEnd] !== LF) return at;
    at = lineEnd + 1;
  }
}

/** The offset at which a record's content ends and its line end begins. */
export function withoutLineEnd(bytes: Uint8Array, start: number, end: number): number {
  return end > start && bytes[end - 1] === LF ? contentEnd(bytes, start, end - 1) : end;
}

interface RecordEnd {
  readonly end: number;
  readonly fault?: OversizedRecord['fault'] | 'unclosed';
}

/** Skips one record byte by byte, and stops where it exceeds a limit. */
function findRecordEnd(bytes: Uint8Array, start: number, delimiter: number, transitions: Uint8Array): RecordEnd {
  const stop = Math.min(bytes.length, start + MAX_LEADING_RECORD_BYTES);
  let state: number = FIELD_START;
  let columns = 1;
  for (let at = start; at < stop; at += 1) {
    const byte = bytes[at] ?? 0;
    state = transitions[state * 256 + byte] ?? FIELD_START;
    if (state !== FIELD_START) continue;
    if (byte !== delimiter) return { end: at + 1 };
    columns += 1;
    if (columns > MAX_COLUMNS) return { end: at, fault: 'too-many-columns' };
  }
  if (stop < bytes.length) return { end: stop, fault: 'record-too-long' };
  return state === QUOTED ? { end: stop, fault: 'unclosed' } : { end: stop };
}
