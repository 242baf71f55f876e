import { bomLength } from '../csv/byte-order-mark.ts';
import { CR, countLineFeeds, LF } from '../csv/bytes.ts';
import { CarriageReturns, endsLinesInCr } from '../csv/carriage-returns.ts';
import {
  LEADING_RECORDS,
  type LeadingRecord,
  type OversizedRecord,
  readLeadingRecords,
  skipEmptyLines,
} from '../csv/leading-records.ts';
import type { LineEnd } from '../csv/record-format.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { type FileEncoding, UTF8_MARK } from '../encoding/file-encoding.ts';
import { type Opening, readOpening } from './opening.ts';

/** A record at the beginning of a file. Offsets are those of the whole head. */
export interface HeadRecord extends LeadingRecord {
  /** Its line end; undefined for the last record of a file, which needs none. */
  readonly lineEnd: LineEnd | undefined;
  /** The physical line of its beginning, counted from 1. */
  readonly line: number;
}

/** Why no record could be read: the file ends, a quote is not closed, or the record exceeds a limit. */
export interface HeadFault {
  readonly fault: 'no-record' | 'unclosed-quote' | OversizedRecord['fault'];
  /** The physical line of the unreadable record. */
  readonly line: number;
}

/** The beginning of a file, read with one delimiter. */
export interface HeadRecords {
  readonly delimiter: string;
  /** Lines end in LF. */
  readonly bytes: Uint8Array;
  /** As in `FileEncoding`. */
  readonly lineEnds: FileEncoding['lineEnds'];
  readonly opening: Opening;
  /** The first 20 records, as far as the head holds them whole. */
  readonly records: readonly HeadRecord[];
  /** Whether the next record goes on after the head. */
  readonly isCutOff: boolean;
  /** Why no further record was read; absent if the file may go on. */
  readonly fault?: HeadFault;
}

type Head = Pick<FileHead, 'bytes' | 'isWhole'>;

export function readHeadRecords(
  head: Head,
  delimiter: string,
  options: Parameters<typeof readOpening>[1],
): HeadRecords {
  const lineEnds = endsLinesInCr(head.bytes, head.isWhole, delimiter) ? ('cr' as const) : undefined;
  const { bytes } = withLineFeeds(head, { delimiter, lineEnds });
  const opening = readOpening(bytes, options);
  const read = readLeadingRecords(bytes.subarray(opening.start), delimiter, LEADING_RECORDS);
  const found = read.records.map((record) => placed(record, bytes, opening.start));
  const records = head.isWhole ? found : found.filter(({ lineEnd }) => lineEnd !== undefined);
  const isCutOff = records.length < found.length;
  const fault = faultOf(read, bytes, records.at(-1)?.end ?? opening.start);
  return { delimiter, bytes, lineEnds, opening, records, isCutOff, ...(fault && { fault }) };
}

/**
 * A head with LFs at line ends: the head itself, or a converted copy with a byte-order mark, as the decode step
 * converts the file.
 */
export function withLineFeeds<H extends Head>(
  head: H,
  { delimiter, lineEnds }: { readonly delimiter: string; readonly lineEnds?: FileEncoding['lineEnds'] },
): H {
  if (lineEnds === undefined) return head;
  const bytes = Buffer.concat([UTF8_MARK, head.bytes.subarray(bomLength(head.bytes))]);
  new CarriageReturns(delimiter).finish(bytes, UTF8_MARK.length, bytes.length);
  return { ...head, bytes };
}

function placed({ cells, start, end }: LeadingRecord, bytes: Uint8Array, offset: number): HeadRecord {
  const [from, to] = [start + offset, end + offset];
  return { cells, start: from, end: to, lineEnd: lineEndAt(bytes, to), line: 1 + countLineFeeds(bytes, 0, from) };
}

function faultOf(
  { isUnclosed, oversized, records }: ReturnType<typeof readLeadingRecords>,
  bytes: Uint8Array,
  from: number,
): HeadFault | undefined {
  const fault = oversized?.fault ?? (isUnclosed ? 'unclosed-quote' : undefined);
  if (fault) return { fault, line: 1 + countLineFeeds(bytes, 0, skipEmptyLines(bytes, from)) };
  return records.length === 0 ? { fault: 'no-record', line: 1 } : undefined;
}

function lineEndAt(bytes: Uint8Array, end: number): LineEnd | undefined {
  if (bytes[end - 1] !== LF) return undefined;
  return bytes[end - 2] === CR ? 'crlf' : 'lf';
}
