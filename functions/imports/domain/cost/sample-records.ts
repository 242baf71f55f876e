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

/** A sample of a file's records. */
export interface RecordSample {
  /** The cells of the records that have the right number of fields. */
  readonly records: readonly (readonly string[])[];
  /** Number and total bytes of the records that were read. */
  readonly count: number;
  readonly bytes: number;
}

/**
 * Reads the whole records of a stretch. A stretch that begins within a record is read from its first line feed on. If
 * that line feed lies within quotes, the rest of the record is misread; it is left out if it has the wrong number of
 * fields.
 */
export function sampleRecords(
  stretch: Stretch,
  { delimiter, fieldCount, mayEndInDelimiter }: FileLayout,
): RecordSample {
  const bytes = wholeLines(stretch);
  // An unclosed quote at the end belongs to a record that was cut off: the records before it are whole.
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

/** From the first byte that certainly begins a record to the last line end. */
function wholeLines({ bytes, beginsRecord, endsRecord }: Stretch): Uint8Array {
  const start = beginsRecord ? 0 : bytes.indexOf(LF) + 1;
  const end = endsRecord ? bytes.length : bytes.lastIndexOf(LF) + 1;
  return bytes.subarray(start, Math.max(start, end));
}

export function joinSamples(samples: readonly RecordSample[]): RecordSample {
  return {
    records: samples.flatMap(({ records }) => records),
    count: samples.reduce((sum, { count }) => sum + count, 0),
    bytes: samples.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** The golden ratio: its multiples, modulo 1, leave the smallest gaps. */
const GOLDEN = 0.618033988749895;

/**
 * At most `count` of the items, one from each of `count` equal stretches. The place within the stretch varies, so that
 * a periodic pattern in the file (every second record, say) is sampled in proportion.
 */
export function spreadOver<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  const stretch = items.length / count;
  const places = Array.from({ length: count }, (_, index) => Math.floor((index + ((index * GOLDEN) % 1)) * stretch));
  return [...new Set(places)].map((place) => items[place]).filter((item) => item !== undefined);
}
