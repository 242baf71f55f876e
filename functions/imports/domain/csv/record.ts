import { isUtf8 } from 'node:buffer';
import { MAX_CUSTOMER_ID_BYTES } from '../../../crm-tables/index.ts';
import { asBuffer } from './bytes.ts';
import { cellsOf } from './cells.ts';
import type { RecordFormat } from './record-format.ts';

export const MAX_FIELD_LENGTH = 32_000;

export type UnreadableCode =
  | 'record.invalid-utf8'
  | 'record.nul'
  | 'record.field-too-long'
  | 'record.field-count'
  | 'record.is-header'
  | 'record.blank'
  | 'customer-id.blank'
  | 'customer-id.not-addressable'
  | 'customer-id.too-long';

/** The reason why a record cannot be read. `column` is the index of the faulty field, if there is one. */
export interface Unreadable {
  readonly code: UnreadableCode;
  readonly reason: string;
  readonly column?: number;
}

export interface DecodedRecord {
  readonly cells: string[];
}

export interface ReadableRecord extends DecodedRecord {
  /** Undefined when the file has no Customer ID column. */
  readonly customerId: string | undefined;
}

/** `customerId` holds the part that could be read; blank if none. */
export interface UnreadableRecord {
  readonly unreadable: Unreadable;
  readonly customerId: string;
}

/**
 * The cells of the record in `bytes` from `start` to `end` (line end excluded); a quoted empty cell is `''`. Checks the
 * length of fields, UTF-8 and NUL; `validateRecord` checks the requirements of the file as a whole.
 */
export function decodeRecord(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: Pick<RecordFormat, 'delimiter'>,
): DecodedRecord | { readonly unreadable: Unreadable } {
  const text = asBuffer(bytes).toString('utf8', start, end);
  // Invalid UTF-8 decodes to U+FFFD; a file may also really hold that character.
  if (text.includes('\uFFFD') && !isUtf8(bytes.subarray(start, end))) {
    return {
      unreadable: {
        code: 'record.invalid-utf8',
        reason: 'The record contains bytes that are not text in the encoding of the file.',
      },
    };
  }
  if (text.includes('\0'))
    return { unreadable: { code: 'record.nul', reason: 'The record contains a NUL character.' } };
  const cells = cellsOf(text, String.fromCharCode(format.delimiter));
  const column = text.length > MAX_FIELD_LENGTH ? cells.findIndex(isTooLong) : -1;
  return column === -1 ? { cells } : { unreadable: fieldTooLong(column) };
}

/** Like `decodeRecord`, and the record must have the file's number of fields and a usable Customer ID. */
export function validateRecord(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: Pick<RecordFormat, 'delimiter' | 'fieldCount' | 'customerIdColumn' | 'header'>,
): ReadableRecord | UnreadableRecord {
  const decoded = decodeRecord(bytes, start, end, format);
  if ('unreadable' in decoded) return { ...decoded, customerId: '' };
  const { cells } = decoded;
  const customerId = format.customerIdColumn === undefined ? undefined : (cells[format.customerIdColumn] ?? '');
  const unreadable =
    noCustomer(cells, format.header) ??
    fieldCountFault(cells.length, format.fieldCount) ??
    customerIdFault(customerId, format.customerIdColumn);
  return unreadable ? { unreadable, customerId: customerId ?? '' } : { cells, customerId };
}

/** A record without a customer, whatever the file's columns: a blank one, or a repeated header row. */
export function noCustomer(cells: readonly string[], header: RecordFormat['header']): Unreadable | undefined {
  if (cells.every(isWhiteSpace)) return BLANK;
  return header !== undefined && equalsHeader(cells, header) ? IS_HEADER : undefined;
}

const BLANK: Unreadable = {
  code: 'record.blank',
  reason: 'The record is blank: its cells are empty or only white space.',
};
const IS_HEADER: Unreadable = { code: 'record.is-header', reason: 'The record repeats the header row.' };

const isWhiteSpace = (cell: string): boolean => cell === '' || cell.trim() === '';

/** In concatenated files each header row may begin with a byte-order mark. */
function equalsHeader(cells: readonly string[], header: readonly string[]): boolean {
  if (cells.length !== header.length) return false;
  // Runs for every record, so it allocates nothing. The last cell nearly always decides.
  for (let at = cells.length - 1; at > 0; at -= 1) if (cells[at] !== header[at]) return false;
  return cells[0] === header[0] || cells[0] === `\uFEFF${header[0] ?? ''}`;
}

function isTooLong(cell: string): boolean {
  if (cell.length <= MAX_FIELD_LENGTH) return false;
  let length = 0;
  for (const _ of cell) length += 1;
  return length > MAX_FIELD_LENGTH;
}

function fieldTooLong(column: number): Unreadable {
  const reason = `The field in column ${column + 1} is longer than ${MAX_FIELD_LENGTH.toLocaleString('en')} characters.`;
  return { code: 'record.field-too-long', reason, column };
}

function fieldCountFault(found: number, expected: number): Unreadable | undefined {
  if (found === expected) return undefined;
  const reason = `The record has ${found} ${found === 1 ? 'field' : 'fields'}, not ${expected}.`;
  return { code: 'record.field-count', reason };
}

/** Clients resolve them as relative paths, so that no request could name the customer. */
const NOT_ADDRESSABLE: Unreadable = {
  code: 'customer-id.not-addressable',
  reason: 'The Customer ID is `.` or `..`, which no address can contain.',
};

function customerIdFault(customerId: string | undefined, column: number | undefined): Unreadable | undefined {
  if (customerId === undefined || column === undefined) return undefined;
  if (customerId === '') return { code: 'customer-id.blank', reason: 'The Customer ID is blank.', column };
  if (customerId === '.' || customerId === '..') return { ...NOT_ADDRESSABLE, column };
  // No character takes more than three bytes per UTF-16 unit, so most IDs need no counting.
  if (customerId.length * 3 <= MAX_CUSTOMER_ID_BYTES) return undefined;
  if (Buffer.byteLength(customerId) <= MAX_CUSTOMER_ID_BYTES) return undefined;
  const reason = `The Customer ID is longer than ${MAX_CUSTOMER_ID_BYTES} bytes.`;
  return { code: 'customer-id.too-long', reason, column };
}
