import * as z from 'zod';
import { CUSTOMER_ID_CODE, type PublishedTable, shownValue } from '../../../crm-tables/index.ts';
import {
  ClearSchema,
  type ColumnMapping,
  DateFormSchema,
  isDateType,
  type Mapping,
} from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import { foldedName } from './header.ts';

/** A column of a file that feeds a field. */
export const MappedColumnSchema = z.strictObject({
  position: z.int().min(0),
  code: z.string(),
  /** Replacements of whole cells, or a marker that clears the field. */
  values: z.record(z.string(), z.union([z.string(), ClearSchema])).optional(),
  /** Replaces a blank cell, after `values`. */
  default: z.string().optional(),
  /** Reads dates of this form, after `values`. */
  dateForm: DateFormSchema.optional(),
});
export type MappedColumn = z.infer<typeof MappedColumnSchema>;

/** The mapping of one file's columns, by index. */
export type PlacedMapping = ReadonlyMap<number, ColumnMapping>;

/** Whether the mapping names cells of a header row; the file must then have one. */
export const namesHeaderCells = (mapping: Mapping): boolean => mapping.some(({ column }) => typeof column === 'string');

/** The highest position (from 1) that the mapping names; 0 if none. */
export const highestPosition = (mapping: Mapping): number =>
  mapping.reduce((highest, { column }) => (typeof column === 'number' ? Math.max(highest, column) : highest), 0);

/**
 * Rejects a mapping that fits no file: fields that the table lacks or that are fed twice, and values that would change
 * Customer IDs.
 * @throws DomainError `mapping.*` naming column and field
 */
export function checkMapping(mapping: Mapping, table: PublishedTable): void {
  const known = new Map(table.fields.map((field) => [field.code, field]));
  const fedBy = new Map<string, ColumnMapping['column']>();
  for (const { column, field, values, default: fallback, dateForm } of mapping) {
    if (field === null) continue;
    const target = known.get(field);
    if (!target) {
      const reason = `The mapping assigns ${spelled(column)} to field ${field}, which CRM table ${table.prefix} does not have.`;
      throw wrong('mapping.unknown-field', reason);
    }
    const other = fedBy.get(field);
    if (other !== undefined) {
      const reason = `The mapping assigns both ${spelled(other)} and ${spelled(column)} to field ${field}. Assign one column to each field.`;
      throw wrong('mapping.repeated-field', reason);
    }
    if (field === CUSTOMER_ID_CODE && (values ?? fallback ?? dateForm) !== undefined) {
      const reason = `The mapping has values, a default or a date form for ${spelled(column)}, the Customer ID (${field}), which is imported unchanged. Remove them.`;
      throw wrong('mapping.customer-id-changed', reason);
    }
    if (dateForm && !isDateType(target)) {
      const reason = `The mapping has a date form for ${spelled(column)}, but field ${field} (${target.label}) is no date. Remove it.`;
      throw wrong('mapping.date-form', reason);
    }
    fedBy.set(field, column);
  }
}

/**
 * Finds the columns of a mapping in a file.
 * @param cells the header row
 * @throws DomainError `mapping.*` naming a column that is absent or ambiguous
 */
export function placeMapping(mapping: Mapping, cells: readonly string[]): PlacedMapping {
  const placed = new Map<number, ColumnMapping>();
  for (const entry of mapping) {
    const position = typeof entry.column === 'number' ? entry.column - 1 : findCell(entry.column, cells);
    if (position >= cells.length) {
      const reason = `The mapping names ${spelled(entry.column)}, but the header row has ${cells.length} columns.`;
      throw wrong('mapping.unknown-column', reason);
    }
    const other = placed.get(position);
    if (other) {
      const reason = `The mapping names column ${position + 1} twice, as ${spelled(other.column)} and as ${spelled(entry.column)}. Name each column once.`;
      throw wrong('mapping.repeated-column', reason);
    }
    placed.set(position, entry);
  }
  return placed;
}

/** The columns of a mapping that names positions alone. @throws DomainError as `placeMapping` */
export const placePositions = (mapping: Mapping): PlacedMapping =>
  placeMapping(mapping, new Array<string>(highestPosition(mapping)).fill(''));

/** The most header cells that a message lists. */
const SHOWN_CELLS = 20;

function findCell(name: string, cells: readonly string[]): number {
  const wanted = foldedName(name);
  const found = [...cells.keys()].filter((position) => foldedName(cells[position] ?? '') === wanted);
  const [first, second] = found;
  if (first === undefined) {
    const shown = cells.slice(0, SHOWN_CELLS).map((cell) => `"${shownValue(cell)}"`);
    const more = cells.length > SHOWN_CELLS ? ` and ${cells.length - SHOWN_CELLS} more` : '';
    const reason = `The mapping names ${spelled(name)}, which the header row does not have. It has ${shown.join(', ')}${more}.`;
    throw wrong('mapping.unknown-column', reason);
  }
  if (second !== undefined) {
    const reason = `The mapping names ${spelled(name)}, which the header row has in columns ${first + 1} and ${second + 1}. Name them by position.`;
    throw wrong('mapping.ambiguous-column', reason);
  }
  return first;
}

const spelled = (column: ColumnMapping['column']): string =>
  typeof column === 'number' ? `column ${column}` : `the column "${shownValue(column)}"`;

const wrong = (code: string, reason: string): DomainError => new DomainError('invalid', code, reason);

/** The columns that feed fields, without the Customer ID. @param codes the field that each column feeds */
export function mappedColumns(codes: ReadonlyArray<string | undefined>, placed: PlacedMapping): MappedColumn[] {
  return codes.flatMap((code, position) => {
    if (code === undefined || code === CUSTOMER_ID_CODE) return [];
    return [{ position, code, ...cellRules(placed.get(position)) }];
  });
}

/** How a column's cells become values, without the members that are absent. */
export function cellRules({ values, default: fallback, dateForm }: Partial<ColumnMapping> = {}) {
  return {
    ...(values && { values }),
    ...(fallback !== undefined && { default: fallback }),
    ...(dateForm && { dateForm }),
  };
}

/** The field that each column feeds: by the mapping, or else by the header row. */
export function feedingCodes(
  named: ReadonlyArray<string | undefined>,
  placed: PlacedMapping,
): Array<string | undefined> {
  return named.map((code, position) => {
    const entry = placed.get(position);
    return entry ? (entry.field ?? undefined) : code;
  });
}
