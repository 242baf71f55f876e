import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';

/** The cells of every record, by the parser whose reading is the contract. `text` is taken as one character per byte. */
export function csvCells(text: string, delimiter = ','): string[][] {
  const options = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: lineEndsOf(text),
    skip_empty_lines: true,
    encoding: 'latin1' as const,
  };
  return parse(Buffer.from(text, 'latin1'), options) as unknown as string[][];
}

/** Every line end of a text, the longest first: an LF and the carriage returns directly before it. */
export function lineEndsOf(text: string): string[] {
  const found = new Set(['\r\n', '\n', ...(text.match(/\r*\n/g) ?? [])]);
  return [...found].toSorted((a, b) => b.length - a.length);
}

/** Text in which everything that means something to a CSV reader is frequent. */
export const csvText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom(
        '"',
        '"',
        ',',
        ',',
        '\n',
        '\n',
        '\r\n',
        '\r\r\n',
        '\r',
        '\r',
        'a',
        'b',
        'TEST_1',
        ' ',
        '""',
        '","',
        '\x01',
      ),
      { maxLength },
    )
    .map((parts) => parts.join(''));

/** Whether the parser finds an opening quote that is never closed. */
export function isUnclosed(text: string): boolean {
  try {
    csvCells(text);
    return false;
  } catch {
    return true;
  }
}
