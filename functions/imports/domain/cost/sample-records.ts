import { LF } from '../csv/bytes.ts';
import { type LeadingRecord, readLeadingRecords } from '../csv/leading-records.ts';
import type { FileLayout } from '../layout/file-layout.ts';

/** A stretch of a file's records, as UTF-8. */
export interface Stretch {
  readonly bytes: Uint8Array;
  /** Whether its first byte begins a record. */
  readonly beginsRecord: boolean;
  /** Whether its last byte ends one. */
  readonly endsRecord: boolean;
}

/** Some records of a file. */
export interface RecordSample {
  /** The cells of those that have the right number of fields. */
  readonly records: readonly (readonly string[])[];
  /** How many records were read, and how many bytes they take. */
  readonly count: number;
  readonly bytes: number;
}

/**
 * Reads the whole records of a stretch. One that begins somewhere is taken up behind its first line feed: should that lie
 * within quotes, the rest of that one record is read wrong, and left out if it has the wrong number of fields.
 */
export function sampleRecords(
  stretch: Stretch,
  { delimiter, fieldCount, mayEndInDelimiter }: FileLayout,
): RecordSample {
  const bytes = wholeLines(stretch);
  // What is not closed was cut within a field that holds line feeds: the records before it are whole.
  const { records: read } = readLeadingRecords(bytes, delimiter);
  const isWrong = ({ cells }: LeadingRecord) => cells.length !== fieldCount + (mayEndInDelimiter ? 1 : 0);
  const first = read[0];
  const skipped = first && !stretch.beginsRecord && isWrong(first) ? 1 : 0;
  const kept = read.slice(skipped);
  const before = skipped === 1 ? (first?.end ?? 0) : 0;
  return {
    records: kept.filter((each) => !isWrong(each)).map(({ cells }) => cells),
    count: kept.length,
    bytes: (kept.at(-1)?.end ?? before) - before,
  };
}

/** From the first record on that is known to begin, up to the last line end. */
function wholeLines({ bytes, beginsRecord, endsRecord }: Stretch): Uint8Array {
  const start = beginsRecord ? 0 : bytes.indexOf(LF) + 1;
  const end = endsRecord ? bytes.length : bytes.lastIndexOf(LF) + 1;
  return bytes.subarray(start, Math.max(start, end));
}

/** Adds samples of several stretches up. */
export function joinSamples(samples: readonly RecordSample[]): RecordSample {
  return {
    records: samples.flatMap(({ records }) => records),
    count: samples.reduce((sum, { count }) => sum + count, 0),
    bytes: samples.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Of numbers that one adds up, the one whose sums leave the smallest gaps. */
const GOLDEN = 0.618033988749895;

/**
 * At most `count` of the items, one from each of as many equal stretches of them; from changing places in each, so that a
 * pattern in the file (every second record, say) is met as often as it is there.
 */
export function spreadOver<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  const stretch = items.length / count;
  const places = Array.from({ length: count }, (_, index) => Math.floor((index + ((index * GOLDEN) % 1)) * stretch));
  return [...new Set(places)].map((place) => items[place]).filter((item) => item !== undefined);
}
