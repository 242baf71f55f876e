import type { PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions, Mapping } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { checkOptions } from '../layout/check-options.ts';
import type { FileLayout } from '../layout/file-layout.ts';
import { withLineFeeds } from '../layout/head-records.ts';
import { layOutRecords } from '../layout/inspect-head.ts';
import { type PlacedMapping, placeMapping } from '../layout/map-columns.ts';
import { unclosedQuote } from '../layout/unusable-file.ts';
import type { Rejection } from '../plan.ts';
import { asItStands } from './as-it-stands.ts';
import { columnWarnings } from './column-warnings.ts';
import { encodingWarnings } from './encoding-warnings.ts';
import { cutOf, guessCut, TELLING_NAMES } from './guess-cut.ts';
import type { ColumnProposal, FilePreview } from './preview.ts';
import { type Columns, proposeColumns } from './propose-columns.ts';
import { proposedMapping } from './proposed-mapping.ts';
import { type Cut, readSample, type Sample } from './read-sample.ts';
import { recordWarnings } from './record-warnings.ts';
import { unknownValues } from './unknown-values.ts';

const SHOWN_ROWS = 10;
const LONGEST_SHOWN_CELL = 200;

/**
 * The options and the mapping for the import of a file: merged options, and the mapping of the request or the
 * definition.
 */
export interface PreviewChoices {
  readonly options: ImportOptions;
  readonly mapping: Mapping;
}

/**
 * Shows the result of a file's import, computed from the same beginning that the import itself reads. A rejection is
 * part of the result and is never thrown.
 */
export function previewFile(head: FileHead, table: PublishedTable, choices: PreviewChoices): FilePreview {
  const file: PreviewedFile = {
    head,
    table,
    choices,
    requested: layOut(head, table, choices.options, choices.mapping),
  };
  if ('rejection' in file.requested) {
    const guess = guessCut(head, table, choices.options);
    return guess ? show(file, guess.cut) : { ...file.requested, ...NOTHING_READ, mapping: choices.mapping };
  }
  const missed = findMissedHeader(file, file.requested);
  const withHeader = missed && show(file, missed);
  return withHeader && !withHeader.rejectionWithMapping ? withHeader : show(file, cutOf(file.requested));
}

interface PreviewedFile {
  readonly head: FileHead;
  readonly table: PublishedTable;
  readonly choices: PreviewChoices;
  readonly requested: Attempt;
}

const NOTHING_READ = { skipped: [], columns: [], rows: [], warnings: [] };

/**
 * A header row whose names only resemble the table's: if it has the table's number of columns, the import reads it as a
 * record. A mapping that names its cells prevents that.
 */
function findMissedHeader({ head, table, choices }: PreviewedFile, { hasHeader }: FileLayout): Cut | undefined {
  const { options, mapping } = choices;
  if (hasHeader || options.header === false || mapping.length > 0) return undefined;
  const guess = guessCut(head, table, options);
  return guess?.cut.hasHeader && guess.names >= TELLING_NAMES ? guess.cut : undefined;
}

function show(file: PreviewedFile, cut: Cut): FilePreview {
  const { head, table, choices, requested } = file;
  const { options, mapping } = choices;
  const sample = readSample(withLineFeeds(head, cut), cut);
  const placed = placedOrNothing(mapping, cut);
  const headerMissed = !('rejection' in requested) && cut.hasHeader && !requested.hasHeader;
  const about: Columns = { cut, sample, table, options, placed, headerMissed };
  const columns = withUnknownValues(about, proposeColumns(about));
  const proposed = usableMapping(file, cut, columns, placed);
  const { delimiter, lineEnds, hasHeader: header } = cut;
  return {
    fileFormat: { ...head.fileEncoding, delimiter, header, lineEnd: lineEnds ?? sample.lineEnd ?? 'lf' },
    skipped: cut.skipped,
    ...(sample.unclosedLine === undefined
      ? rejections(requested, layOut(head, table, options, proposed))
      : { rejection: unclosed(sample.unclosedLine), rejectionWithMapping: unclosed(sample.unclosedLine) }),
    ...(!('rejection' in requested) && {
      asItStands: asItStands({ head, table, options, mapping, layout: requested }),
    }),
    columns,
    rows: shownRows(sample, columns.length),
    warnings: [
      ...encodingWarnings(head, options, sample),
      ...columnWarnings(about, columns),
      ...recordWarnings(about, columns),
    ],
    mapping: proposed,
  };
}

function withUnknownValues(about: Columns, columns: readonly ColumnProposal[]): ColumnProposal[] {
  return columns.map((column) => {
    const field = about.table.fields.find(({ code }) => code === column.field);
    const index = column.position - 1;
    const unknown = field ? unknownValues(about.sample, index, field, about.placed.get(index), about) : [];
    return unknown.length === 0 ? column : { ...column, unknownValues: unknown };
  });
}

/** The first records as a page shows them. */
export const shownRows = ({ records }: Sample, columnCount: number): string[][] =>
  records
    .slice(0, SHOWN_ROWS)
    .map(({ cells }) => cells.slice(0, columnCount).map((cell) => cell.slice(0, LONGEST_SHOWN_CELL)));

/**
 * The proposal with columns by name. If a line above the header row contains one of these names, the columns are named
 * by position: with names that line would become the header row.
 */
function usableMapping(
  { head, table, choices: { options } }: PreviewedFile,
  { header, skipped }: Cut,
  columns: readonly ColumnProposal[],
  placed: PlacedMapping,
): Mapping {
  const byName = proposedMapping(columns, header, placed);
  const isNameAmbiguous = skipped.length > 0 && 'rejection' in layOut(head, table, options, byName);
  return isNameAmbiguous ? proposedMapping(columns, [], placed) : byName;
}

type Attempt = FileLayout | { readonly rejection: Rejection };

/** The layout that the import would use, or its rejection. */
function layOut(head: FileHead, table: PublishedTable, options: ImportOptions, mapping: Mapping): Attempt {
  try {
    checkOptions(options, table);
    return layOutRecords(head, table, options, mapping);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { rejection: asRejection(error) };
  }
}

const rejectionOf = (attempt: Attempt): { readonly rejection?: Rejection } =>
  'rejection' in attempt ? { rejection: attempt.rejection } : {};

function rejections(requested: Attempt, withMapping: Attempt): Pick<FilePreview, 'rejection' | 'rejectionWithMapping'> {
  const { rejection } = rejectionOf(withMapping);
  return { ...rejectionOf(requested), ...(rejection && { rejectionWithMapping: rejection }) };
}

const unclosed = (line: number): Rejection => asRejection(unclosedQuote(line));

const asRejection = ({ code, message }: DomainError): Rejection => ({ code, reason: message });

/** A mapping that does not fit the file is already a rejection; the columns are then proposed without it. */
function placedOrNothing(mapping: Mapping, { header, fieldCount }: Cut): PlacedMapping {
  const cells = header.length > 0 ? header : new Array<string>(fieldCount).fill('');
  try {
    return placeMapping(mapping, cells);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Map();
  }
}
