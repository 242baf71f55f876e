import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';

/** The cells of every record, by the parser whose reading is the contract. `text` is taken as one character per byte. */
export function csvCells(text: string, delimiter = ','): string[][] {
  const options = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    encoding: 'latin1' as const,
  };
  return parse(Buffer.from(text, 'latin1'), options) as unknown as string[][];
}

/** Text in which everything that means something to a CSV reader is frequent. */
export const csvText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom('"', '"', ',', ',', '\n', '\n', '\r\n', '\r', 'a', 'b', 'TEST_1', ' ', '""', '","', '\x01'),
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
