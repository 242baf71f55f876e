import type { CodeCounts } from '../code-counts.ts';
import type { Counts } from '../import.ts';

/** If this share of the records fails for one reason, the file as a whole is wrong, not its records. */
const LEAST_SHARE = 0.9;

/** For each code: the common fault of the records, and advice. */
const ADVICE: Readonly<Record<string, string>> = {
  'record.field-count':
    'they do not have as many cells as the header row. Check for missing or surplus delimiters in the header row and at the end of the records',
  'record.blank': 'they are blank. Check the delimiter, and whether the program that wrote the file left the cells out',
  'record.is-header': 'they repeat the header row. Check how the file was put together',
  'record.invalid-utf8': 'they contain bytes that are not text. Set the encoding of the file',
  'record.nul': 'they contain NUL characters. Set the encoding of the file',
  'customer-id.blank': 'their Customer ID is blank. Check which column is the Customer ID',
  'customer-id.duplicate': 'their Customer ID occurs earlier in the file. Check which column is the Customer ID',
  'customer.absent':
    'the CRM table has no customers with their Customer IDs, and the mode is update-only. Check that it is the right CRM table',
  'value.too-long': 'a value is longer than its field allows. Check that the columns feed the right fields',
  'value.required': 'a required field is blank. Check that the columns feed the right fields',
};

/** One sentence about a file if nearly all its records fail for the same reason; undefined otherwise. */
export function commonFailure(counts: Counts | undefined, codes: CodeCounts | undefined): string | undefined {
  if (!counts || counts.failed < LEAST_SHARE * counts.total) return undefined;
  const [code, lines] = Object.entries(codes ?? {}).toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
  // A record with two faulty cells has two lines.
  const records = Math.min(lines, counts.failed);
  if (records === 0 || records < LEAST_SHARE * counts.total) return undefined;
  const what = ADVICE[code] ?? 'see the reasons in failures.csv, and correct the file';
  return `${records} of ${counts.total} records failed for the same reason (${code}): ${what}.`;
}
