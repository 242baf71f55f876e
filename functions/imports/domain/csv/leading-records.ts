import { parse } from 'csv-parse/sync';
import * as z from 'zod';

/** What csv-parse gives with `info`: the record, and how many bytes of the input it and all before it take. */
const ParsedSchema = z.object({ record: z.array(z.string()), info: z.object({ bytes: z.int() }) });

export interface LeadingRecord {
  readonly cells: readonly string[];
  /** Offset of the first byte behind the record and its line end. */
  readonly end: number;
}

/** The records that stand at the beginning of some bytes. */
export interface LeadingRecords {
  readonly records: readonly LeadingRecord[];
  /** Whether a quote is opened behind them that the bytes do not close. */
  readonly isUnclosed: boolean;
}

/**
 * Reads records, with all their cells, as the import means records: for the few of a head or a sample. The stages, which
 * read millions, have a reader of their own that means the same.
 * @param most at most so many records are read
 */
export function readLeadingRecords(bytes: Uint8Array, delimiter: string, most?: number): LeadingRecords {
  const records: LeadingRecord[] = [];
  const take = (read: unknown): undefined => {
    const { record, info } = ParsedSchema.parse(read);
    records.push({ cells: record, end: info.bytes });
  };
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      ...(most !== undefined && { to: most }),
      on_record: take,
    });
    return { records, isUnclosed: false };
  } catch {
    // With these options only a quote that is never closed is an error; the records before it have been given.
    return { records, isUnclosed: true };
  }
}
