import type { PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { delimitersToTry } from '../layout/delimiters.ts';
import { readHeadRecords, withLineFeeds } from '../layout/head-records.ts';
import { rejectOversizedRecords } from '../layout/leading-limits.ts';
import { rejectUnusable, unclosedQuote } from '../layout/unusable-file.ts';
import { guessCut } from '../preview/guess-cut.ts';
import { type Cut, readSample, type Sample } from '../preview/read-sample.ts';
import { isHeaderRow } from './header-row.ts';
import { countTitleLines } from './title-lines.ts';

/** The most columns that a mapping can name. */
const MOST_COLUMNS = 1_000;

export interface CutFile {
  readonly cut: Cut;
  readonly sample: Sample;
  /** Lines above the header row, or above the first record, that are not read. */
  readonly titleLines: number;
}

/**
 * Finds delimiter, titles, header row and records of a file for which there is no CRM table yet.
 * @param reference the standard fields, whose names reveal a header row
 * @throws DomainError `file.*` for a file without readable records
 */
export function findCut(head: FileHead, reference: PublishedTable, options: ImportOptions): CutFile {
  const titleLines = countTitleLines(head, reference, options);
  const known = titleLines > 0 ? { ...options, skipLines: titleLines } : options;
  const cut = guessOrReject(head, reference, known);
  rejectOversizedRecords(readHeadRecords(head, cut.delimiter, known));
  if (cut.fieldCount > MOST_COLUMNS) throw tooManyColumns(cut.fieldCount);
  const sample = readSample(withLineFeeds(head, cut), cut);
  if (sample.unclosedLine !== undefined) throw unclosedQuote(sample.unclosedLine);
  if (sample.records.length === 0) {
    const reason = cut.hasHeader ? 'The file has a header row and no records.' : 'The file holds no records.';
    throw new DomainError('invalid', 'file.no-records', reason);
  }
  return { cut, sample, titleLines };
}

function guessOrReject(head: FileHead, reference: PublishedTable, options: ImportOptions): Cut {
  const guess = guessCut(head, reference, options);
  const withoutHeader =
    guess && guessCut(head, reference, { ...options, delimiter: guess.cut.delimiter, header: false });
  const heads = delimitersToTry(head.bytes, options).map((delimiter) => readHeadRecords(head, delimiter, options));
  if (!guess || !withoutHeader) return rejectUnusable(heads, { table: reference, options, mapping: [] });
  // Cut at its delimiter, the file has too many columns: then it seems to have one with every other.
  if (guess.cut.fieldCount === 1) for (const each of heads) if (each.records.length === 0) rejectOversizedRecords(each);
  const records = readSample(withLineFeeds(head, withoutHeader.cut), withoutHeader.cut).records;
  const header = options.header ?? isHeaderRow(guess, records);
  if (!header) return withoutHeader.cut;
  const withHeader = guess.cut.hasHeader
    ? guess
    : guessCut(head, reference, { ...options, delimiter: guess.cut.delimiter, header });
  return { ...(withHeader ?? guess).cut, mayEndInDelimiter: true };
}

function tooManyColumns(count: number): DomainError {
  const reason = `The file has ${count} columns; at most ${MOST_COLUMNS.toLocaleString('en')} can be mapped. Remove columns, or name the file's delimiter.`;
  return new DomainError('invalid', 'file.too-many-columns', reason);
}
