import * as z from 'zod';
import { CUSTOMER_ID_CODE, type PublishedTable } from '../../crm-tables/index.ts';
import { CompressionSchema, EncodingSchema, type ImportOptions, type Mapping } from '../../definitions/index.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { type LineEnd, LineEndSchema } from './csv/record-format.ts';
import { delimitersToTry } from './delimiters.ts';
import type { FileHead } from './encoding/decode-head.ts';
import { bomLength, type FirstRecord, type NoFirstRecord, readFirstRecord } from './first-record.ts';
import { foldedName, matchHeader } from './header.ts';
import { oversizedFirst, rejectOversizedRecords } from './leading-limits.ts';
import {
  checkMapping,
  feedingCodes,
  highestPosition,
  MappedColumnSchema,
  mappedColumns,
  namesHeaderCells,
  type PlacedMapping,
  placeMapping,
  placePositions,
} from './map-columns.ts';

/** How a file is cut into records and fields, and which field each of its columns feeds. */
export const FileLayoutSchema = z.strictObject({
  /** Those of the file as it was uploaded. All that follows is about its UTF-8 form, of which records are read. */
  encoding: EncodingSchema,
  compression: CompressionSchema,
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
  columns: z.array(MappedColumnSchema),
  /** Offset of the first byte behind byte-order mark and header row. */
  dataStart: z.int().min(0),
  /** Physical line on which the data begins; the file's first is 1. */
  dataLine: z.int().min(1),
});
export type FileLayout = z.infer<typeof FileLayoutSchema>;

/** By what a file is laid out, beside what is in it. */
interface Choices {
  readonly table: PublishedTable;
  readonly options: ImportOptions;
  readonly mapping: Mapping;
}

interface Candidate {
  readonly delimiter: string;
  readonly first: FirstRecord;
  /** Code of the field that each cell names, if the first record is taken for a header row. */
  readonly named: ReadonlyArray<string | undefined>;
  /** How many cells name a field, or stand in the mapping. */
  readonly namedCount: number;
}

/**
 * Settles delimiter, header row and mapping from the beginning of a file.
 * @param head the file's beginning, at least its whole first record.
 * @throws DomainError `file.*` and `mapping.*` saying what is wrong with the file and what would be right.
 */
export function layOutFile(
  head: Pick<FileHead, 'form' | 'bytes' | 'isWhole'>,
  table: PublishedTable,
  options: ImportOptions,
  mapping: Mapping = [],
): FileLayout {
  checkMapping(mapping, table);
  const { bytes, form, isWhole } = head;
  const choices = { table, options, mapping };
  const read = delimitersToTry(options).map((delimiter) => ({ delimiter, first: readFirstRecord(bytes, delimiter) }));
  const candidates = read.flatMap(({ delimiter, first }): Candidate[] => {
    // A record that has no end yet may go on where the head was cut off.
    if ('fault' in first || (!isWhole && first.lineEnd === undefined)) return [];
    return [candidate(delimiter, first, choices)];
  });
  const layout = layoutWithHeader(bytes, candidates, choices) ?? layoutByPosition(bytes, candidates, choices);
  if (!layout) {
    const firsts = read.map(({ first }) => first);
    throw oversizedFirst(read, candidates.length > 0) ?? unusable(candidates, firsts, choices);
  }
  rejectOversizedRecords(bytes, layout.delimiter);
  if (options.mode !== 'update-only') requireFedFields(layout, table);
  return { ...form, ...layout };
}

type RecordLayout = Omit<FileLayout, 'encoding' | 'compression'>;

function candidate(delimiter: string, first: FirstRecord, { table, mapping }: Choices): Candidate {
  const named = matchHeader(first.cells, table);
  const inMapping = new Set(mapping.flatMap(({ column }) => (typeof column === 'string' ? foldedName(column) : [])));
  const counted = first.cells.filter((cell, at) => named[at] !== undefined || inMapping.has(foldedName(cell)));
  return { delimiter, first, named, namedCount: counted.length };
}

/**
 * Two names make a header row, or one if there is no other cell. Whoever says that there is one needs only one, or none
 * if the mapping goes by positions; and a mapping that goes by header cells says so.
 */
function isHeader({ first, namedCount }: Candidate, { options, mapping }: Choices): boolean {
  const isSaid = options.header ?? (namesHeaderCells(mapping) || undefined);
  if (isSaid === true) return namedCount > 0 || mapping.length > 0;
  return isSaid === undefined && (namedCount >= 2 || (namedCount > 0 && namedCount === first.cells.length));
}

function layoutWithHeader(
  head: Uint8Array,
  candidates: readonly Candidate[],
  choices: Choices,
): RecordLayout | undefined {
  const [best] = candidates
    .filter((candidate) => isHeader(candidate, choices))
    .sort((a, b) => reach(b, choices) - reach(a, choices) || b.namedCount - a.namedCount);
  if (!best) return undefined;
  const placed = placeMapping(choices.mapping, best.first.cells);
  const codes = feedingCodes(best.named, placed);
  refuseRepeatedFields(codes, best.first.cells);
  const layout = mapped(best.delimiter, head, codes, placed, choices.options, best.first.lineEnd);
  return { ...layout, hasHeader: true, dataStart: best.first.end, dataLine: best.first.nextLine };
}

/** How many of the columns that the mapping speaks of the record has. */
const reach = ({ first }: Candidate, { mapping }: Choices): number =>
  Math.min(first.cells.length, highestPosition(mapping));

/** Without a header row the columns are those of the mapping, or else the table's fields in their order. */
function layoutByPosition(
  head: Uint8Array,
  candidates: readonly Candidate[],
  choices: Choices,
): RecordLayout | undefined {
  const { options, mapping } = choices;
  if (options.header === true) return undefined;
  if (namesHeaderCells(mapping)) {
    if (options.header === false) throw headerDenied(mapping);
    return undefined;
  }
  const placed = placePositions(mapping);
  const codes = feedingCodes(expectedCodes(choices), placed);
  const match = candidates.find(({ first }) => first.cells.length === codes.length);
  if (!match) return undefined;
  return {
    ...mapped(match.delimiter, head, codes, placed, options),
    hasHeader: false,
    dataStart: bomLength(head),
    dataLine: 1,
  };
}

function headerDenied(mapping: Mapping): DomainError {
  const name = mapping.find(({ column }) => typeof column === 'string')?.column ?? '';
  const reason = `The mapping names the column "${name}" by its header cell, and the options say that the file has no header row. Name columns by their positions, or leave the option out.`;
  return new DomainError('invalid', 'mapping.no-header', reason);
}

/** For each column of a file without header row the field that it feeds, a mapping apart. */
function expectedCodes({ table, options, mapping }: Choices): Array<string | undefined> {
  if (mapping.length > 0) return new Array<undefined>(highestPosition(mapping)).fill(undefined);
  const codes = table.fields.map(({ code }) => code);
  return options.customerId === 'none' ? codes.filter((code) => code !== CUSTOMER_ID_CODE) : codes;
}

function mapped(
  delimiter: string,
  head: Uint8Array,
  codes: ReadonlyArray<string | undefined>,
  placed: PlacedMapping,
  options: ImportOptions,
  lineEnd: LineEnd = 'lf',
): Omit<RecordLayout, 'hasHeader' | 'dataStart' | 'dataLine'> {
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
    columns: mappedColumns(codes, placed),
  };
}

function refuseRepeatedFields(codes: ReadonlyArray<string | undefined>, cells: readonly string[]): void {
  const twice = codes.findIndex((code, position) => code !== undefined && codes.indexOf(code) !== position);
  if (twice === -1) return;
  throw new DomainError(
    'invalid',
    'file.repeated-column',
    `Column ${twice + 1} of the header row (${cells[twice]}) names field ${codes[twice]} a second time. Name each field once.`,
  );
}

function requireFedFields(layout: RecordLayout, table: PublishedTable): void {
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
  choices: Choices,
): DomainError {
  const unclosed = read.find((first): first is NoFirstRecord => 'fault' in first && first.fault === 'unclosed-quote');
  if (unclosed) {
    const reason = `The record that begins on line ${unclosed.line} has a quoted field whose closing quote is missing.`;
    return new DomainError('invalid', 'file.unclosed-quote', reason);
  }
  const [widest] = [...candidates].sort((a, b) => b.first.cells.length - a.first.cells.length);
  if (!widest) return noCandidate(read);
  const expected = `${choices.mapping.length > 0 ? 'the mapping' : 'the table'} has ${expectedCodes(choices).length}`;
  const spelled = widest.delimiter === '\t' ? 'tabs' : `"${widest.delimiter}"`;
  return new DomainError(
    'invalid',
    'file.no-usable-header',
    `The first line is no header row of CRM table ${choices.table.prefix} (fewer than two of its cells are labels or codes of the table's fields), and it has ${widest.first.cells.length} columns where ${expected} (cut at ${spelled}). Give the file a header row, the table's number of columns, or the right delimiter.`,
  );
}

function noCandidate(read: ReadonlyArray<FirstRecord | NoFirstRecord>): DomainError {
  return read.some((first) => 'cells' in first)
    ? new DomainError(
        'invalid',
        'file.record-cut-off',
        'The first record does not end within the beginning of the file that was sent. Send more of it, or preview the file in the bucket.',
      )
    : new DomainError('invalid', 'file.no-records', 'The file holds no records.');
}
