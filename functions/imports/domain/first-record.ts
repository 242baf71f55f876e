import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const LINE_FEED = 0x0a;
const UTF8_BOM = [0xef, 0xbb, 0xbf];

/** What csv-parse gives with `info`: the record, and how many bytes of the input it and all before it take. */
const ParsedSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ bytes: z.int() }) }));

/** The first record of a file, which may be its header row. */
export interface FirstRecord {
  readonly cells: readonly string[];
  /** Offset of the first byte behind the record and its line end. */
  readonly end: number;
  /** Physical line on which the next record begins, counted from 1. */
  readonly nextLine: number;
}

export const bomLength = (head: Uint8Array): number =>
  UTF8_BOM.every((byte, i) => head[i] === byte) ? UTF8_BOM.length : 0;

/**
 * Reads the first record from the beginning of a file, as the import means records.
 * @param head the beginning of the file, byte-order mark included.
 * @returns undefined when `head` holds no record, or only a part of one.
 */
export function readFirstRecord(head: Uint8Array, delimiter: string): FirstRecord | undefined {
  try {
    const parsed: unknown = parse(head.subarray(bomLength(head)), {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      to: 1,
    });
    const [first] = ParsedSchema.parse(parsed);
    if (first === undefined) return undefined;
    const end = bomLength(head) + first.info.bytes;
    return { cells: first.record, end, nextLine: 1 + countLineFeeds(head.subarray(0, end)) };
  } catch {
    // The only error left to csv-parse with these options is a quote that `head` does not close.
    return undefined;
  }
}

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
