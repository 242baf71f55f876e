import { decodeRecord, noCustomer } from './record.ts';
import type { RecordFormat } from './record-format.ts';

/**
 * Whether a record has one cell more than the header row, and that cell is blank: some programs end every record with a
 * delimiter. Undefined for a record that fails for another reason.
 */
export function endsInDelimiter(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: Pick<RecordFormat, 'delimiter' | 'fieldCount' | 'header'>,
): boolean | undefined {
  const decoded = decodeRecord(bytes, start, end, format);
  if ('unreadable' in decoded || noCustomer(decoded.cells, format.header)) return undefined;
  return decoded.cells.length === format.fieldCount + 1 && decoded.cells.at(-1) === '';
}

/** The verdict of several records: `no` if one record says so, `unknown` if no record decides it. */
export type TrailingDelimiter = 'yes' | 'no' | 'unknown';

export function joinTrailing(all: Iterable<boolean | undefined>): TrailingDelimiter {
  let joined: TrailingDelimiter = 'unknown';
  for (const each of all) {
    if (each === false) return 'no';
    if (each) joined = 'yes';
  }
  return joined;
}
