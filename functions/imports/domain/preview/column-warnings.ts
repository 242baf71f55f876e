import { CUSTOMER_ID_CODE, type Field } from '../../../crm-tables/index.ts';
import { foldedName } from '../layout/header.ts';
import { DOUBTFUL_HEADER } from '../layout/layout-warnings.ts';
import { TRAILING_DELIMITER } from '../layout/trailing-delimiter-warning.ts';
import { isUnlikeFields } from '../layout/unlike-fields.ts';
import { looksLikeData } from './match-content.ts';
import type { ColumnProposal, PreviewWarning } from './preview.ts';
import type { Columns } from './propose-columns.ts';

/** A column as messages name it. */
export const columnTitle = ({ position, name }: Pick<ColumnProposal, 'position' | 'name'>): string =>
  name === undefined || name.trim() === '' ? `Column ${position}` : `Column ${position} (${name.slice(0, 100)})`;

/** The warnings about the header row and the columns that do not depend on the values. */
export function columnWarnings(about: Columns, columns: readonly ColumnProposal[]): PreviewWarning[] {
  return [
    ...doubtfulHeader(about, columns),
    ...trailingDelimiter(about),
    ...repeatedNames(columns),
    ...unfedFields(about, columns),
    ...unused(columns),
  ];
}

function doubtfulHeader(
  { cut, table, sample, headerMissed }: Columns,
  columns: readonly ColumnProposal[],
): PreviewWarning[] {
  const code = 'header.doubtful';
  if (headerMissed) {
    const detail =
      "The first line looks like a header row, although its cells are not labels of the table. Without the mapping proposed here it is imported as a record, and the columns feed the table's fields in order.";
    return [{ code, detail }];
  }
  if (cut.hasHeader) {
    const cell = cut.header.find((each) => looksLikeData(each, table));
    if (cell === undefined) return [];
    const detail = `The first line is read as the header row, but "${cell.slice(0, 100)}" in it looks like data. If it is a record, set the option header to false.`;
    return [{ code, detail }];
  }
  const first = sample.records[0]?.cells ?? [];
  const fed = columns.flatMap(({ position, field }) =>
    field === null ? [] : [{ position: position - 1, code: field }],
  );
  if (isUnlikeFields(first, fed, table)) return [{ code, detail: DOUBTFUL_HEADER }];
  if (first.length === 0 || first.some((cell) => cell.trim() === '' || looksLikeData(cell, table))) return [];
  return [{ code, detail: 'The first line is read as a record, but looks like a header row.' }];
}

const trailingDelimiter = ({ sample }: Columns): PreviewWarning[] =>
  sample.endsInDelimiter ? [{ code: TRAILING_DELIMITER.code, detail: TRAILING_DELIMITER.reason }] : [];

function repeatedNames(columns: readonly ColumnProposal[]): PreviewWarning[] {
  const first = new Map<string, ColumnProposal>();
  return columns.flatMap((column): PreviewWarning[] => {
    const name = foldedName(column.name ?? '');
    const other = first.get(name);
    first.set(name, other ?? column);
    if (name === '' || !other) return [];
    const detail = `${columnTitle(column)} has the same name as column ${other.position}. Name both by position.`;
    return [{ code: 'header.repeated', detail, column: column.position }];
  });
}

function unfedFields({ table, options }: Columns, columns: readonly ColumnProposal[]): PreviewWarning[] {
  const fed = new Set(columns.map(({ field }) => field));
  const isExpected = ({ code, required }: Field) =>
    code === CUSTOMER_ID_CODE ? options.customerId === 'column' : required && options.mode !== 'update-only';
  return table.fields
    .filter((field) => isExpected(field) && !fed.has(field.code))
    .map(({ code, label }) => ({
      code: 'field.not-fed',
      detail: `No column feeds ${code} (${label}), a required field. Add a column, or map one.`,
    }));
}

const unused = (columns: readonly ColumnProposal[]): PreviewWarning[] =>
  columns
    .filter(({ field, name, samples }) => field === null && (name?.trim() !== '' || samples.length > 0))
    .map((column) => ({
      code: 'column.not-imported',
      detail: `${columnTitle(column)} feeds no field and is not imported.`,
      column: column.position,
    }));
