import type { ImportOptions } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import {
  LEADING_RECORDS,
  MAX_COLUMNS,
  MAX_LEADING_RECORD_BYTES,
  type OversizedRecord,
} from '../csv/leading-records.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { delimitersToTry, spelledDelimiter } from './delimiters.ts';
import { type HeadRecords, readHeadRecords } from './head-records.ts';

/**
 * Whether the head of a file is long enough to check the file's first records with any of its delimiters: it holds all
 * of them, or one that exceeds a limit.
 */
export function holdsLeadingRecords(
  head: Pick<FileHead, 'bytes' | 'isWhole'>,
  options: Pick<ImportOptions, 'delimiter' | 'skipLines'>,
): boolean {
  return delimitersToTry(head.bytes, options).every((delimiter) => {
    const { records, fault } = readHeadRecords(head, delimiter, options);
    return isOversized(fault) || records.length === LEADING_RECORDS;
  });
}

/**
 * @throws DomainError `file.too-many-columns`, `file.record-too-long` when one of the file's first records exceeds a
 * limit
 */
export function rejectOversizedRecords({ fault, delimiter }: HeadRecords): void {
  if (isOversized(fault)) throw oversizedRecord({ fault: fault.fault, line: fault.line, delimiter });
}

type Oversized = { readonly fault: OversizedRecord['fault']; readonly line: number };

const isOversized = (fault: HeadRecords['fault']): fault is Oversized =>
  fault?.fault === 'too-many-columns' || fault?.fault === 'record-too-long';

/** A record that exceeds a limit, with its physical line. */
interface OversizedPlace extends Pick<OversizedRecord, 'fault'> {
  readonly line: number;
  readonly delimiter: string;
}

function oversizedRecord({ fault, line, delimiter }: OversizedPlace): DomainError {
  const record = `The record that begins on line ${line}`;
  if (fault === 'too-many-columns') {
    const reason = `${record} has more than ${MAX_COLUMNS.toLocaleString('en')} columns, the limit, with the delimiter ${spelledDelimiter(delimiter)}. Remove columns, or set the file's delimiter.`;
    return new DomainError('invalid', 'file.too-many-columns', reason);
  }
  const limit = MAX_LEADING_RECORD_BYTES.toLocaleString('en');
  const reason = `${record} is longer than ${limit} bytes, the limit for each of the first ${LEADING_RECORDS} records. Check for a missing line end or a missing closing quote.`;
  return new DomainError('invalid', 'file.record-too-long', reason);
}
