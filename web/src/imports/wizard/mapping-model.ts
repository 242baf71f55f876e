import type { components } from '../../shared/api/schema.ts';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';

export type Preview = components['schemas']['Preview'];
export type PreviewColumn = components['schemas']['PreviewColumn'];
export type Mapping = components['schemas']['ColumnMapping'][];
export type Values = NonNullable<components['schemas']['ColumnMapping']['values']>;
export type Field = components['schemas']['Field'];

/** What becomes of a column of the file. */
export interface ColumnChoice {
  /** Code of the field that it feeds; null if it is not imported. */
  readonly field: string | null;
  /** Cells that are replaced. */
  readonly values?: Values;
  /** Stands in for a blank cell. */
  readonly default?: string;
  /** How dates are read that do not begin with the year. */
  readonly dateForm?: Mapping[number]['dateForm'] | undefined;
}

/** What the user has chosen, by the position of the column; other columns are as proposed. */
export type Edits = Readonly<Record<number, ColumnChoice>>;

/** A column of the file with its proposal and with what becomes of it. */
export interface MappedColumn {
  readonly proposed: PreviewColumn;
  readonly position: number;
  /** The header cell, or a name made of the position. */
  readonly title: string;
  /** How the mapping names it: by its header cell if that is unique, or by its position. */
  readonly column: string | number;
  readonly choice: ColumnChoice;
  readonly isEdited: boolean;
}

export type Proposal = Pick<Preview, 'columns' | 'mapping'>;

/** Tells apart files, and ways to read a file, whose columns differ. */
export const signatureOf = ({ columns }: Pick<Preview, 'columns'>): string =>
  JSON.stringify(columns.map(({ name }) => name ?? null));

export const titleOf = ({ name, position }: Pick<PreviewColumn, 'name' | 'position'>): string =>
  name === undefined || name.trim() === '' ? `Column ${position}` : name;

/**
 * The columns as they are mapped. A field is fed by one column: the user's choice goes before a proposal.
 * @param takesIds whether the file's Customer IDs are imported
 */
export function mappedColumns(
  { columns, mapping }: Proposal,
  edits: Edits,
  takesIds: boolean,
): readonly MappedColumn[] {
  const edited = new Set(columns.map(({ position }) => edits[position]?.field));
  return columns.map((proposed, index) => {
    const { position } = proposed;
    const edit = edits[position];
    const choice = edit ?? proposedChoice(proposed, mapping[index], edited);
    const isId = choice.field === CUSTOMER_ID && !takesIds;
    return {
      proposed,
      position,
      title: titleOf(proposed),
      column: mapping[index]?.column ?? position,
      choice: isId ? { field: null } : choice,
      isEdited: edit !== undefined,
    };
  });
}

function proposedChoice(
  { field }: PreviewColumn,
  entry: Mapping[number] | undefined,
  edited: ReadonlySet<string | null | undefined>,
): ColumnChoice {
  if (field === null || edited.has(field)) return { field: null };
  const { values, default: fallback, dateForm } = entry ?? {};
  return {
    field,
    ...(values && { values }),
    ...(fallback !== undefined && { default: fallback }),
    ...(dateForm && { dateForm }),
  };
}

/** The mapping as a request takes it: exactly the columns as they are shown. */
export const mappingOf = (columns: readonly MappedColumn[]): Mapping =>
  columns.map(({ column, choice: { field, values, default: fallback, dateForm } }) => ({
    column,
    field,
    ...(field !== null && values && Object.keys(values).length > 0 && { values }),
    ...(field !== null && fallback !== undefined && fallback !== '' && { default: fallback }),
    ...(field !== null && dateForm && { dateForm }),
  }));

/** Lets a column feed a field, or none. The column that fed the field feeds none any more. */
export function assign(columns: readonly MappedColumn[], edits: Edits, position: number, field: string | null): Edits {
  const before = columns.find((column) => column.position === position);
  if (before === undefined || before.choice.field === field) return edits;
  const holder = field === null ? undefined : columns.find(({ choice }) => choice.field === field);
  return changed(columns, edits, { ...(holder && { [holder.position]: null }), [position]: field });
}

/** Exchanges the fields of two columns. */
export function exchange(columns: readonly MappedColumn[], edits: Edits, one: number, other: number): Edits {
  const fieldOf = (position: number) => columns.find((column) => column.position === position)?.choice.field ?? null;
  return changed(columns, edits, { [one]: fieldOf(other), [other]: fieldOf(one) });
}

/** Gives a column its proposed field again. */
export function reset(columns: readonly MappedColumn[], edits: Edits, position: number): Edits {
  const field = columns.find((column) => column.position === position)?.proposed.field ?? null;
  const { [position]: _, ...others } = assign(columns, edits, position, field);
  return others;
}

/** Changes the values, the default or the form of dates of a column; its field stays. */
export function refine(
  columns: readonly MappedColumn[],
  edits: Edits,
  position: number,
  change: Pick<ColumnChoice, 'values' | 'default' | 'dateForm'>,
): Edits {
  const choice = columns.find((column) => column.position === position)?.choice;
  return choice === undefined ? edits : { ...edits, [position]: { ...choice, ...change } };
}

const DATE_TYPES: readonly Field['type'][] = ['date', 'date-time'];

/** Whether the cells of a field are dates, which have a form. */
export const isDateField = ({ type }: Pick<Field, 'type'>): boolean => DATE_TYPES.includes(type);

/** A new field takes other values: those of the former field do not stay. A choice that is the proposal is no edit. */
function changed(
  columns: readonly MappedColumn[],
  edits: Edits,
  fields: Readonly<Record<number, string | null>>,
): Edits {
  const next: Record<number, ColumnChoice> = { ...edits };
  for (const { position, proposed } of columns) {
    const field = fields[position];
    if (field === undefined) continue;
    if (field === proposed.field) delete next[position];
    else next[position] = { field };
  }
  return next;
}

/** Columns that feed no field, before those that do. */
export function inOrder(columns: readonly MappedColumn[], unmatchedFirst: boolean): readonly MappedColumn[] {
  if (!unmatchedFirst) return columns;
  const isUnmatched = ({ proposed }: MappedColumn) => proposed.field === null;
  // By the proposal: a row stays in its place while the user works on it.
  return [...columns.filter(isUnmatched), ...columns.filter((column) => !isUnmatched(column))];
}

export const unmatchedColumns = (columns: readonly MappedColumn[]): readonly MappedColumn[] =>
  columns.filter(({ choice }) => choice.field === null);

/** The fields of the table that no column feeds, those that are required first. */
export function unfedFields(
  columns: readonly MappedColumn[],
  fields: readonly Field[],
  takesIds: boolean,
): readonly Field[] {
  const fed = new Set(columns.map(({ choice }) => choice.field));
  const unfed = fields.filter(({ code }) => !fed.has(code) && (takesIds || code !== CUSTOMER_ID));
  return [...unfed.filter(({ required }) => required), ...unfed.filter(({ required }) => !required)];
}

/** The column whose values identify the customers. */
export const idColumn = (columns: readonly MappedColumn[]): MappedColumn | undefined =>
  columns.find(({ choice }) => choice.field === CUSTOMER_ID);
