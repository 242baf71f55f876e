import { asBuffer, countLineFeeds, LF } from '../csv/bytes.ts';
import { cellsOf } from '../csv/cells.ts';
import { type LeadingRecord, readLeadingRecords, skipEmptyLines, withoutLineEnd } from '../csv/leading-records.ts';
import { type Unreadable, validateRecord } from '../csv/record.ts';
import type { LineEnd, RecordFormat } from '../csv/record-format.ts';
import { endsInDelimiter, joinTrailing } from '../csv/trailing-delimiter.ts';
import type { FileEncoding } from '../encoding/file-encoding.ts';
import type { Skipped } from '../layout/opening.ts';

/** How a file is cut into records. */
export interface Cut {
  readonly delimiter: string;
  /** As in `FileEncoding`. */
  readonly lineEnds?: FileEncoding['lineEnds'];
  /** The lines above the header row or the first record, which are not imported. */
  readonly skipped: readonly Skipped[];
  readonly hasHeader: boolean;
  /** Cells of the header row; empty without one. */
  readonly header: readonly string[];
  readonly fieldCount: number;
  /** As in `FileLayout`. */
  readonly mayEndInDelimiter?: boolean;
  readonly dataStart: number;
  readonly dataLine: number;
}

export interface SampledRecord {
  /** Physical line on which it begins. */
  readonly line: number;
  /** The cells that can be read. */
  readonly cells: readonly string[];
  readonly unreadable?: Unreadable;
}

export interface Sample {
  readonly records: readonly SampledRecord[];
  /** Line of a record with a quote that the file never closes. */
  readonly unclosedLine?: number;
  /** Whether every record has one blank cell more than the header row: that cell is then allowed. */
  readonly endsInDelimiter: boolean;
  /** The line end of most records. */
  readonly lineEnd?: LineEnd;
}

/** Enough to detect the format and the columns; more would delay the answer. */
const MOST_RECORDS = 1_000;

/** A file may begin with a few very long records: reading more of them would exhaust the memory. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Reads the first whole records after the header row, each validated as in the import.
 * @param head its lines end in LF
 */
export function readSample(head: { readonly bytes: Uint8Array; readonly isWhole: boolean }, cut: Cut): Sample {
  const read = head.bytes.subarray(0, cut.dataStart + MOST_BYTES);
  const isWhole = head.isWhole && read.length === head.bytes.length;
  const bytes = isWhole ? read : read.subarray(0, read.lastIndexOf(LF) + 1);
  const { records: found, isUnclosed } = readLeadingRecords(bytes.subarray(cut.dataStart), cut.delimiter, MOST_RECORDS);
  const places = placesOf(bytes, found, cut);
  const hasExtraCell = cut.mayEndInDelimiter === true && haveExtraCell(bytes, places, cut);
  const format = formatOf(hasExtraCell ? { ...cut, fieldCount: cut.fieldCount + 1 } : cut);
  const records = places.map(({ line, start, end }) => ({ line, ...readRecord(bytes, start, end, format) }));
  const crlf = places.filter(({ end, next }) => next - end >= 2).length;
  const last = places.at(-1);
  const from = last?.next ?? cut.dataStart;
  const line = last ? last.line + countLineFeeds(bytes, last.start, last.next) : cut.dataLine;
  const start = skipEmptyLines(bytes, from, bytes.length);
  return {
    records,
    endsInDelimiter: hasExtraCell,
    ...(records.length > 0 && { lineEnd: crlf * 2 > records.length ? 'crlf' : 'lf' }),
    // If the file continues after the sample, its rest may close the quote.
    ...(isUnclosed && isWhole && { unclosedLine: line + countLineFeeds(bytes, from, start) }),
  };
}

interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The offset after its line end. */
  readonly next: number;
}

function placesOf(bytes: Uint8Array, found: readonly LeadingRecord[], { dataStart, dataLine }: Cut): Place[] {
  let line = dataLine;
  let from = dataStart;
  return found.map((record) => {
    const next = dataStart + record.end;
    const start = dataStart + record.start;
    line += countLineFeeds(bytes, from, start);
    const place = { line, start, end: withoutLineEnd(bytes, start, next), next };
    line += countLineFeeds(bytes, start, next);
    from = next;
    return place;
  });
}

function haveExtraCell(bytes: Uint8Array, places: readonly Place[], cut: Cut): boolean {
  const format = formatOf(cut);
  return joinTrailing(places.map(({ start, end }) => endsInDelimiter(bytes, start, end, format))) === 'yes';
}

type Format = Pick<RecordFormat, 'delimiter' | 'fieldCount' | 'header'>;

const formatOf = ({ delimiter, fieldCount, header }: Cut): Format => ({
  delimiter: delimiter.charCodeAt(0),
  fieldCount,
  ...(header.length > 0 && { header: [...header] }),
});

function readRecord(bytes: Uint8Array, start: number, end: number, format: Format) {
  const validated = validateRecord(bytes, start, end, format);
  if (!('unreadable' in validated)) return { cells: validated.cells };
  const { unreadable } = validated;
  const text = asBuffer(bytes).toString('utf8', start, end);
  return { unreadable, cells: cellsOf(text, String.fromCharCode(format.delimiter)) };
}
