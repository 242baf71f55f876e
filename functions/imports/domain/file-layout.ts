import * as z from 'zod';
import { CUSTOMER_ID_CODE, type PublishedTable } from '../../crm-tables/index.ts';
import type { ImportOptions } from '../../definitions/index.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { type LineEnd, LineEndSchema } from './csv/record-format.ts';
import { bomLength, type FirstRecord, type NoFirstRecord, readFirstRecord } from './first-record.ts';
import { matchHeader } from './header.ts';

/** How a file is cut into records and fields, and which field each of its columns feeds. */
export const FileLayoutSchema = z.strictObject({
  delimiter: z.string().length(1),
  hasBom: z.boolean(),
  hasHeader: z.boolean(),
  /** That of the header row, for a file whose records do not tell; LF where there is none. */
  lineEnd: LineEndSchema,
  /** The right number of fields of a record. */
  fieldCount: z.int().min(1),
  /** Counted from 0; absent when the file has no Customer IDs. */
  customerIdColumn: z.int().min(0).optional(),
  /** The mapped columns, the Customer ID apart. Other columns are ignored. */
  columns: z.array(z.strictObject({ position: z.int().min(0), code: z.string() })),
  /** Offset of the first byte behind byte-order mark and header row. */
  dataStart: z.int().min(0),
  /** Physical line on which the data begins; the file's first is 1. */
  dataLine: z.int().min(1),
});
export type FileLayout = z.infer<typeof FileLayoutSchema>;

/** Delimiters that are tried when none is given, the likeliest first. */
const COMMON_DELIMITERS = [',', ';', '\t', '|'];

const delimitersToTry = ({ delimiter }: ImportOptions): readonly string[] =>
  delimiter ? [delimiter] : COMMON_DELIMITERS;

/**
 * Whether the head of a file holds its first record to the end, whichever of the delimiters it may have.
 * @param head the file's beginning.
 */
export function holdsFirstRecord(head: Uint8Array, options: ImportOptions): boolean {
  return delimitersToTry(options).every((delimiter) => {
    const first = readFirstRecord(head, delimiter);
    return !('fault' in first) && first.lineEnd !== undefined;
  });
}

interface Candidate {
  readonly delimiter: string;
  readonly first: FirstRecord;
  /** Code of the field that each cell names, if the first record is taken for a header row. */
  readonly named: ReadonlyArray<string | undefined>;
  readonly namedCount: number;
}

/**
 * Settles delimiter, header row and mapping from the beginning of a file.
 * @param head the file's beginning, at least its whole first record.
 * @param isWholeFile whether nothing comes behind `head`.
 * @throws DomainError `file.*` saying what is wrong with the file and what would be right.
 */
export function layOutFile(
  head: Uint8Array,
  table: PublishedTable,
  options: ImportOptions,
  isWholeFile = true,
): FileLayout {
  const read = delimitersToTry(options).map((delimiter) => ({ delimiter, first: readFirstRecord(head, delimiter) }));
  const candidates = read.flatMap(({ delimiter, first }): Candidate[] => {
    // A record that has no end yet may go on where the head was cut off.
    if ('fault' in first || (!isWholeFile && first.lineEnd === undefined)) return [];
    const named = matchHeader(first.cells, table);
    return [{ delimiter, first, named, namedCount: named.filter((code) => code !== undefined).length }];
  });
  const layout = layoutWithHeader(head, candidates, options) ?? layoutByPosition(head, candidates, table, options);
  if (!layout) {
    const firsts = read.map(({ first }) => first);
    throw unusable(candidates, firsts, table, options);
  }
  requireFedFields(layout, table);
  return layout;
}

/** Two names make a header row, or one if there is no other cell; an uploader who says that there is one needs only one. */
function isHeader({ first, namedCount }: Candidate, options: ImportOptions): boolean {
  if (options.header === true) return namedCount > 0;
  return options.header === undefined && (namedCount >= 2 || (namedCount > 0 && namedCount === first.cells.length));
}

function layoutWithHeader(
  head: Uint8Array,
  candidates: readonly Candidate[],
  options: ImportOptions,
): FileLayout | undefined {
  const [best] = candidates
    .filter((candidate) => isHeader(candidate, options))
    .sort((a, b) => b.namedCount - a.namedCount);
  if (!best) return undefined;
  refuseRepeatedFields(best);
  const layout = mapped(best.delimiter, head, best.named, options, best.first.lineEnd);
  return { ...layout, hasHeader: true, dataStart: best.first.end, dataLine: best.first.nextLine };
}

/** Without a header row the columns are the table's fields in their order. */
function layoutByPosition(
  head: Uint8Array,
  candidates: readonly Candidate[],
  table: PublishedTable,
  options: ImportOptions,
): FileLayout | undefined {
  if (options.header === true) return undefined;
  const codes = expectedCodes(table, options);
  const match = candidates.find(({ first }) => first.cells.length === codes.length);
  if (!match) return undefined;
  return {
    ...mapped(match.delimiter, head, codes, options),
    hasHeader: false,
    dataStart: bomLength(head),
    dataLine: 1,
  };
}

function expectedCodes(table: PublishedTable, options: ImportOptions): string[] {
  const codes = table.fields.map(({ code }) => code);
  return options.customerId === 'none' ? codes.filter((code) => code !== CUSTOMER_ID_CODE) : codes;
}

function mapped(
  delimiter: string,
  head: Uint8Array,
  codes: ReadonlyArray<string | undefined>,
  options: ImportOptions,
  lineEnd: LineEnd = 'lf',
): Omit<FileLayout, 'hasHeader' | 'dataStart' | 'dataLine'> {
  const customerIdColumn = codes.indexOf(CUSTOMER_ID_CODE);
  if (customerIdColumn === -1 && options.customerId === 'column') {
    throw new DomainError(
      'invalid',
      'file.no-customer-id',
      `No column of the file is the Customer ID (${CUSTOMER_ID_CODE}). Add it, or upload the file with the option customer-id: none to have Customer IDs generated.`,
    );
  }
  return {
    delimiter,
    hasBom: bomLength(head) > 0,
    lineEnd,
    fieldCount: codes.length,
    ...(options.customerId === 'column' ? { customerIdColumn } : {}),
    columns: codes.flatMap((code, position) =>
      code === undefined || code === CUSTOMER_ID_CODE ? [] : [{ position, code }],
    ),
  };
}

function refuseRepeatedFields({ named, first }: Candidate): void {
  const twice = named.findIndex((code, position) => code !== undefined && named.indexOf(code) !== position);
  if (twice === -1) return;
  throw new DomainError(
    'invalid',
    'file.repeated-column',
    `Column ${twice + 1} of the header row (${first.cells[twice]}) names field ${named[twice]} a second time. Name each field once.`,
  );
}

function requireFedFields(layout: FileLayout, table: PublishedTable): void {
  const fed = new Set(layout.columns.map(({ code }) => code));
  const unfed = table.fields.filter(({ code, required }) => required && code !== CUSTOMER_ID_CODE && !fed.has(code));
  if (unfed.length === 0) return;
  const names = unfed.map(({ code, label }) => `${code} (${label})`).join(', ');
  throw new DomainError(
    'invalid',
    'file.required-field-missing',
    `No column of the file feeds what CRM table ${table.prefix} requires: ${names}.`,
  );
}

/** Says why nothing could be made of the first record, by whatever delimiter it was read. */
function unusable(
  candidates: readonly Candidate[],
  read: ReadonlyArray<FirstRecord | NoFirstRecord>,
  table: PublishedTable,
  options: ImportOptions,
): DomainError {
  const unclosed = read.find((first): first is NoFirstRecord => 'fault' in first && first.fault === 'unclosed-quote');
  if (unclosed) {
    const reason = `The record that begins on line ${unclosed.line} has a quoted field whose closing quote is missing.`;
    return new DomainError('invalid', 'file.unclosed-quote', reason);
  }
  const [widest] = [...candidates].sort((a, b) => b.first.cells.length - a.first.cells.length);
  if (!widest) return noCandidate(read);
  const expected = expectedCodes(table, options).length;
  const spelled = widest.delimiter === '\t' ? 'tabs' : `"${widest.delimiter}"`;
  return new DomainError(
    'invalid',
    'file.no-usable-header',
    `The first line is no header row of CRM table ${table.prefix} (fewer than two of its cells are labels or codes of the table's fields), and it has ${widest.first.cells.length} columns where the table has ${expected} (cut at ${spelled}). Give the file a header row, the table's number of columns, or the right delimiter.`,
  );
}

function noCandidate(read: ReadonlyArray<FirstRecord | NoFirstRecord>): DomainError {
  return read.some((first) => 'cells' in first)
    ? new DomainError('invalid', 'file.record-too-long', 'The first record has no end in sight: it is too long.')
    : new DomainError('invalid', 'file.no-records', 'The file holds no records.');
}
