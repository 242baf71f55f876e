import type { CodeCounts } from '../code-counts.ts';
import type { Counts } from '../import.ts';

/** If this share of the records fails for one reason, the file as a whole is wrong, not its records. */
const LEAST_SHARE = 0.9;

/** For each code: the common fault of the records, and advice. */
const ADVICE: Readonly<Record<string, string>> = {
  'record.field-count':
    'they do not have as many cells as the header row. Look for a delimiter too many or too few in the header row or at the end of the records',
  'record.blank':
    'they are blank. Look whether the delimiter is right, and whether the program that wrote the file left the cells out',
  'record.is-header': 'they are the header row once more. Look how the file was put together',
  'record.invalid-utf8': 'they hold bytes that are no text. Name the encoding of the file',
  'record.nul': 'they hold NUL characters. Name the encoding of the file',
  'customer-id.blank': 'their Customer ID is blank. Look whether the right column is the Customer ID',
  'customer-id.duplicate':
    'their Customer ID occurs earlier in the file. Look whether the right column is the Customer ID',
  'customer.absent':
    'the CRM table has no customers with their Customer IDs, and the mode is update-only. Look whether it is the right CRM table',
  'value.too-long': 'a value is longer than its field allows. Look whether the columns feed the right fields',
  'value.required': 'a field that is required is blank. Look whether the columns feed the right fields',
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
