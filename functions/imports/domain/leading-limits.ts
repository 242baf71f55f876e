import type { ImportOptions } from '../../definitions/index.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { countLineFeeds, LF } from './csv/bytes.ts';
import {
  LEADING_RECORDS,
  MAX_COLUMNS,
  MAX_LEADING_RECORD_BYTES,
  type OversizedRecord,
  readLeadingRecords,
} from './csv/leading-records.ts';
import { delimitersToTry } from './delimiters.ts';
import { bomLength, type FirstRecord, type NoFirstRecord } from './first-record.ts';

/**
 * Whether the head of a file holds enough to check the file's first records, whichever delimiter the file has: all of
 * them to the end, or one that is over a limit.
 */
export function holdsLeadingRecords(head: Uint8Array, options: Pick<ImportOptions, 'delimiter'>): boolean {
  const bytes = head.subarray(bomLength(head));
  return delimitersToTry(options).every((delimiter) => {
    const { records, oversized } = readLeadingRecords(bytes, delimiter, LEADING_RECORDS);
    const last = records.at(-1);
    return oversized !== undefined || (records.length === LEADING_RECORDS && last && bytes[last.end - 1] === LF);
  });
}

/** @throws DomainError `file.too-many-columns`, `file.record-too-long` when one of the file's first records is over a limit */
export function rejectOversizedRecords(head: Uint8Array, delimiter: string): void {
  const offset = bomLength(head);
  const { oversized } = readLeadingRecords(head.subarray(offset), delimiter, LEADING_RECORDS);
  if (!oversized) return;
  const line = 1 + countLineFeeds(head, 0, offset + oversized.start);
  throw oversizedRecord({ fault: oversized.fault, line, delimiter });
}

/** The first record, read with one of the delimiters that the file may have. */
interface FirstRead {
  readonly delimiter: string;
  readonly first: FirstRecord | NoFirstRecord;
}

/**
 * The limit that keeps the first record from being read. Too many columns are known by one delimiter alone; a record counts
 * as too long only if no other delimiter gives a first record.
 */
export function oversizedFirst(read: readonly FirstRead[], hasOther: boolean): DomainError | undefined {
  const placesOf = (fault: OversizedRecord['fault']) =>
    read.flatMap(({ delimiter, first }) =>
      'fault' in first && first.fault === fault ? [{ fault, line: first.line, delimiter }] : [],
    );
  const [place] = [...placesOf('too-many-columns'), ...(hasOther ? [] : placesOf('record-too-long'))];
  return place && oversizedRecord(place);
}

/** A record that is over a limit, by the physical line on which it begins. */
interface OversizedPlace extends Pick<OversizedRecord, 'fault'> {
  readonly line: number;
  readonly delimiter: string;
}

function oversizedRecord({ fault, line, delimiter }: OversizedPlace): DomainError {
  const record = `The record that begins on line ${line}`;
  if (fault === 'too-many-columns') {
    const cut = delimiter === '\t' ? 'tabs' : `"${delimiter}"`;
    const reason = `${record} has more than ${MAX_COLUMNS.toLocaleString('en')} columns, cut at ${cut}: that is the limit. Remove columns, or name the file's delimiter.`;
    return new DomainError('invalid', 'file.too-many-columns', reason);
  }
  const limit = MAX_LEADING_RECORD_BYTES.toLocaleString('en');
  const reason = `${record} is longer than ${limit} bytes: that is the limit for each of the first ${LEADING_RECORDS} records. Look for a line end that is missing, or a quote that is never closed.`;
  return new DomainError('invalid', 'file.record-too-long', reason);
}
