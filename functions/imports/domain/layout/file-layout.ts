import * as z from 'zod';
import { CUSTOMER_ID_CODE, type PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions, Mapping } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import { bomLength } from '../csv/byte-order-mark.ts';
import { countLineFeeds } from '../csv/bytes.ts';
import { withoutLineEnd } from '../csv/leading-records.ts';
import { LineEndSchema } from '../csv/record-format.ts';
import { endsInDelimiter, joinTrailing } from '../csv/trailing-delimiter.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { FileEncodingSchema } from '../encoding/file-encoding.ts';
import { delimitersToTry } from './delimiters.ts';
import { findHeader, type HeaderRow } from './find-header.ts';
import { type HeadRecords, readHeadRecords } from './head-records.ts';
import { expectedCodes, type LayoutChoices } from './layout-choices.ts';
import { rejectOversizedRecords } from './leading-limits.ts';
import {
  checkMapping,
  feedingCodes,
  MappedColumnSchema,
  mappedColumns,
  namesHeaderCells,
  type PlacedMapping,
  placeMapping,
  placePositions,
} from './map-columns.ts';
import { quotedBytes, SkippedSchema } from './opening.ts';
import { firstLine, rejectUnusable } from './unusable-file.ts';

/**
 * The records and fields of a file, and the field that each column feeds. `FileEncodingSchema` describes the file as
 * uploaded; everything else describes the decoded file.
 */
export const FileLayoutSchema = FileEncodingSchema.extend({
  delimiter: z.string().length(1),
  hasBom: z.boolean(),
  hasHeader: z.boolean(),
  /** The cells of the header row; empty without one. */
  header: z.array(z.string()).default([]),
  /** Lines above the header row, or above the first record, that are not imported. */
  skipped: z.array(SkippedSchema).default([]),
  /** The header row's line end, for a file whose records do not decide it; LF by default. */
  lineEnd: LineEndSchema,
  /** The number of fields that each record must have. */
  fieldCount: z.int().min(1),
  /**
   * Whether every record may have one blank cell more than the header row. True if the beginning of the file does not
   * exclude it; the sort checks every record.
   */
  mayEndInDelimiter: z.boolean().default(false),
  /** Index of the Customer ID column; absent when the file has no Customer IDs. */
  customerIdColumn: z.int().min(0).optional(),
  /** The mapped columns without the Customer ID. Other columns are ignored. */
  columns: z.array(MappedColumnSchema),
  /** Offset of the first byte after byte-order mark, skipped lines and header row. */
  dataStart: z.int().min(0),
  /** The physical line of the first record, counted from 1. */
  dataLine: z.int().min(1),
});
export type FileLayout = z.infer<typeof FileLayoutSchema>;

/**
 * Detects delimiter, header row and mapping from the beginning of a file.
 * @param head at least the file's whole first record
 * @throws DomainError `file.*` and `mapping.*` with the fault and advice
 */
export function layOutFile(
  head: Pick<FileHead, 'fileEncoding' | 'bytes' | 'isWhole'>,
  table: PublishedTable,
  options: ImportOptions,
  mapping: Mapping = [],
): FileLayout {
  checkMapping(mapping, table);
  const choices = { table, options, mapping };
  const heads = delimitersToTry(head.bytes, options).map((delimiter) => readHeadRecords(head, delimiter, options));
  const found = layoutWithHeader(heads, choices) ?? layoutByPosition(heads, choices);
  if (!found) return rejectUnusable(heads, choices);
  rejectOversizedRecords(found.head);
  if (options.mode !== 'update-only') requireFedFields(found.layout, table);
  const { lineEnds } = found.head;
  return { ...head.fileEncoding, ...(lineEnds && { lineEnds }), ...found.layout };
}

type RecordLayout = Omit<FileLayout, keyof typeof FileEncodingSchema.shape>;

interface Found {
  readonly head: HeadRecords;
  readonly layout: RecordLayout;
}

function layoutWithHeader(heads: readonly HeadRecords[], choices: LayoutChoices): Found | undefined {
  const found = findHeader(heads, choices);
  if (!found) return undefined;
  const { head, record, index, named } = found;
  const placed = placeMapping(choices.mapping, record.cells);
  const codes = feedingCodes(named, placed);
  rejectRepeatedFields(codes, record.cells);
  const above = head.records.slice(0, index).map(({ line, start, end }) => ({
    line,
    text: quotedBytes(head.bytes, start, withoutLineEnd(head.bytes, start, end)),
  }));
  const layout = {
    ...mapped(head, codes, placed, choices.options),
    hasHeader: true,
    header: [...record.cells],
    mayEndInDelimiter: mayEndInDelimiter(found),
    skipped: [...head.opening.skipped, ...above],
    lineEnd: record.lineEnd ?? 'lf',
    dataStart: record.end,
    dataLine: 1 + countLineFeeds(head.bytes, 0, record.end),
  };
  return { head, layout };
}

function mayEndInDelimiter({ head, record, index }: HeaderRow): boolean {
  const { bytes, delimiter, records } = head;
  const format = {
    delimiter: delimiter.charCodeAt(0),
    fieldCount: record.cells.length,
    header: [...record.cells],
  };
  const below = records
    .slice(index + 1)
    .map(({ start, end }) => endsInDelimiter(bytes, start, withoutLineEnd(bytes, start, end), format));
  return joinTrailing(below) !== 'no';
}

/** Without a header row the columns are those of the mapping, or else the table's fields in order. */
function layoutByPosition(heads: readonly HeadRecords[], choices: LayoutChoices): Found | undefined {
  const { options, mapping } = choices;
  if (options.header === true) return undefined;
  if (namesHeaderCells(mapping)) {
    if (options.header === false) throw headerDenied(mapping);
    return undefined;
  }
  const placed = placePositions(mapping);
  const codes = feedingCodes(expectedCodes(choices), placed);
  const head = heads.find(({ records }) => records[0]?.cells.length === codes.length);
  if (!head) return undefined;
  const { start, skipped } = head.opening;
  const layout = {
    ...mapped(head, codes, placed, options),
    hasHeader: false,
    header: [],
    mayEndInDelimiter: false,
    skipped: [...skipped],
    lineEnd: 'lf' as const,
    dataStart: start,
    dataLine: 1 + countLineFeeds(head.bytes, 0, start),
  };
  return { head, layout };
}

function headerDenied(mapping: Mapping): DomainError {
  const name = mapping.find(({ column }) => typeof column === 'string')?.column ?? '';
  const reason = `The mapping names the column "${name}" by its header cell, but the options say that the file has no header row. Name columns by position, or remove the option.`;
  return new DomainError('invalid', 'mapping.no-header', reason);
}

function mapped(
  head: HeadRecords,
  codes: ReadonlyArray<string | undefined>,
  placed: PlacedMapping,
  options: ImportOptions,
): Pick<RecordLayout, 'delimiter' | 'hasBom' | 'fieldCount' | 'customerIdColumn' | 'columns'> {
  const customerIdColumn = codes.indexOf(CUSTOMER_ID_CODE);
  if (customerIdColumn === -1 && options.customerId === 'column') {
    throw new DomainError(
      'invalid',
      'file.no-customer-id',
      `No column of the file is the Customer ID (${CUSTOMER_ID_CODE}). ${firstLine(head)} Add the column, or set the option customer-id: none to generate Customer IDs.`,
    );
  }
  return {
    delimiter: head.delimiter,
    hasBom: bomLength(head.bytes) > 0,
    fieldCount: codes.length,
    ...(options.customerId === 'column' ? { customerIdColumn } : {}),
    columns: mappedColumns(codes, placed),
  };
}

function rejectRepeatedFields(codes: ReadonlyArray<string | undefined>, cells: readonly string[]): void {
  const twice = codes.findIndex((code, position) => code !== undefined && codes.indexOf(code) !== position);
  if (twice === -1) return;
  throw new DomainError(
    'invalid',
    'file.repeated-column',
    `Column ${twice + 1} of the header row (${cells[twice]}) names field ${codes[twice]} a second time. Each field may occur once.`,
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
    `No column of the file feeds the required fields of CRM table ${table.prefix}: ${names}. Add the columns, or map them.`,
  );
}
