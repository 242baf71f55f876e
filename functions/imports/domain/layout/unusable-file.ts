import { DomainError } from '../../../shared/domain/errors.ts';
import { spelledDelimiter } from './delimiters.ts';
import type { HeadRecords } from './head-records.ts';
import { expectedCodes, type LayoutChoices } from './layout-choices.ts';
import { rejectOversizedRecords } from './leading-limits.ts';
import { lineAt } from './opening.ts';

/** The first line of a file, as messages quote it. */
export function firstLine({ bytes, opening, records }: HeadRecords): string {
  return `It reads: "${lineAt(bytes, records[0]?.start ?? opening.start)}".`;
}

/**
 * Rejects a file that has no layout with any delimiter, with the reason.
 * @param heads the beginning of the file, read with each possible delimiter
 * @throws DomainError `file.*`
 */
export function rejectUnusable(heads: readonly HeadRecords[], choices: LayoutChoices): never {
  rejectOversized(heads);
  const unclosed = heads.find(({ records, fault }) => records.length === 0 && fault?.fault === 'unclosed-quote');
  if (unclosed) {
    throw unclosedQuote(unclosed.fault?.line ?? 1, ` ${firstLine(unclosed)}`);
  }
  const [widest] = heads
    .flatMap((head) => (head.records[0] ? [{ head, columns: head.records[0].cells.length }] : []))
    .toSorted((a, b) => b.columns - a.columns);
  if (!widest) throw withoutRecord(heads);
  const expected = `${choices.mapping.length > 0 ? 'the mapping' : 'the table'} has ${expectedCodes(choices).length}`;
  const found = `${widest.columns} ${widest.columns === 1 ? 'column' : 'columns'} where ${expected} (with the delimiter ${spelledDelimiter(widest.head.delimiter)})`;
  throw new DomainError(
    'invalid',
    'file.no-usable-header',
    `${firstLineOf(choices)} is not a header row of CRM table ${choices.table.prefix} (fewer than two of its cells are labels or codes of the table's fields), and has ${found}. ${firstLine(widest.head)} Add a header row, correct the number of columns, or set the delimiter.`,
  );
}

export const unclosedQuote = (line: number, addition = ''): DomainError =>
  new DomainError(
    'invalid',
    'file.unclosed-quote',
    `The record that begins on line ${line} has a quoted field without a closing quote.${addition}`,
  );

const firstLineOf = ({ options }: LayoutChoices): string =>
  options.skipLines ? `The first line after the ${options.skipLines} skipped ones` : 'The first line';

/**
 * The limit that prevents reading the first record. Too many columns occur with one delimiter only; a record that is
 * too long occurs with all.
 */
function rejectOversized(heads: readonly HeadRecords[]): void {
  const without = heads.filter(({ records }) => records.length === 0);
  for (const head of without) if (head.fault?.fault === 'too-many-columns') rejectOversizedRecords(head);
  if (without.length === heads.length) for (const head of without) rejectOversizedRecords(head);
}

function withoutRecord(heads: readonly HeadRecords[]): DomainError {
  return heads.some(({ isCutOff }) => isCutOff)
    ? new DomainError(
        'invalid',
        'file.record-cut-off',
        'The first record is longer than the beginning of the file that was sent. Send more of it, or preview the file in the bucket.',
      )
    : new DomainError('invalid', 'file.no-records', 'The file has no records.');
}
