import type { CheckedColumn } from './checks-model.ts';
import type { Report } from './reports-model.ts';
import { CORRECT } from './text.ts';

/** A failed record as its file holds it. */
export interface FailedRecord {
  readonly index: number;
  readonly cells: readonly string[];
  readonly report: Report | undefined;
  /** Whether the import would have updated a customer with it. */
  readonly isUpdate: boolean;
}

/** A failed record with its corrections. */
export interface Row {
  readonly record: FailedRecord;
  /** The corrected cells by their columns, counted from 0. */
  readonly edits: ReadonlyMap<number, string>;
  readonly isLeftOut: boolean;
  /** Why cells are wrong, by their columns. */
  readonly faults: ReadonlyMap<number, string>;
}

/** The file of an import, as the records are checked. */
export interface Checked {
  readonly columns: readonly CheckedColumn[];
  /** The cells of the header row; undefined without one. */
  readonly header: readonly string[] | undefined;
  readonly delimiter: string;
  /** Whether blank cells leave the stored values of customers. */
  readonly keepsBlank: boolean;
  /** Whether a repeated Customer ID fails. */
  readonly rejectsRepeated: boolean;
}

export interface Corrections extends Checked {
  readonly rows: readonly Row[];
}

export interface CellChange {
  readonly index: number;
  readonly column: number;
  readonly value: string;
}

/** Records that no correction of a value makes right are left out at first. */
const NOT_IMPORTED: ReadonlySet<string> = new Set(['customer-id.duplicate', 'record.is-header', 'record.blank']);
/** Another Customer ID makes such a record right. */
const OF_THE_ID: ReadonlySet<string> = new Set(['customer-id.duplicate', 'customer.absent']);

const codesOf = ({ report }: FailedRecord): readonly string[] => report?.reasons.map(({ code }) => code) ?? [];

const isLeftOutAtFirst = (record: FailedRecord): boolean => codesOf(record).some((code) => NOT_IMPORTED.has(code));

export const cellOf = ({ record, edits }: Pick<Row, 'record' | 'edits'>, column: number): string =>
  edits.get(column) ?? record.cells[column] ?? '';

/** The number of cells of the longest record: those beyond the columns of the file have to be removed. */
export const widthOf = ({ columns, rows }: Corrections): number =>
  rows.reduce((most, { record }) => Math.max(most, record.cells.length), columns.length);

export const customerIdColumn = ({ columns }: Checked): number => columns.findIndex(({ isCustomerId }) => isCustomerId);

export function rowOf(checked: Checked, record: FailedRecord): Row {
  const edits = new Map<number, string>();
  return { record, edits, isLeftOut: isLeftOutAtFirst(record), faults: faultsOf(checked, record, edits) };
}

function faultsOf(
  checked: Checked,
  record: FailedRecord,
  edits: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const faults = new Map<number, string>();
  const { length } = checked.columns;
  for (let column = 0; column < Math.max(length, record.cells.length); column += 1) {
    const fault = cellFault(checked, { record, edits }, column);
    if (fault !== undefined) faults.set(column, fault);
  }
  return faults;
}

/** Why a cell is wrong. */
function cellFault(checked: Checked, row: Pick<Row, 'record' | 'edits'>, column: number): string | undefined {
  return faultOfValue(checked, row, column, cellOf(row, column));
}

/** Why a cell would be wrong with this value. */
export function faultOfValue(
  checked: Checked,
  { record }: Pick<Row, 'record'>,
  column: number,
  value: string,
): string | undefined {
  const rules = checked.columns[column];
  if (rules === undefined) return value === '' ? undefined : CORRECT.surplus(checked.columns.length);
  const isSame = value === (record.cells[column] ?? '');
  if (rules.isCustomerId && isSame) {
    const reason = record.report?.reasons.find(({ code }) => OF_THE_ID.has(code));
    if (reason) return reason.reason;
  }
  if (isSame && value.includes('\uFFFD') && codesOf(record).includes('record.invalid-utf8')) return CORRECT.notText;
  return rules.faultOf(value, checked.keepsBlank && record.isUpdate);
}

/** Changes cells. A value as in the file is no correction. */
export function withCells(state: Corrections, changes: readonly CellChange[]): Corrections {
  const changed = new Map<number, Row>();
  for (const { index, column, value } of changes) {
    const row = changed.get(index) ?? state.rows[index];
    if (row === undefined || cellOf(row, column) === value) continue;
    const edits = new Map(row.edits);
    if (value === (row.record.cells[column] ?? '')) edits.delete(column);
    else edits.set(column, value);
    const fault = cellFault(state, { record: row.record, edits }, column);
    const faults = new Map(row.faults);
    if (fault === undefined) faults.delete(column);
    else faults.set(column, fault);
    changed.set(index, { ...row, edits, faults });
  }
  if (changed.size === 0) return state;
  return { ...state, rows: state.rows.map((row) => changed.get(row.record.index) ?? row) };
}

/** The cells of a column with one value, or of all values, that get another one. Records that are left out stay. */
export function replacements(
  { rows }: Corrections,
  column: number,
  from: string | undefined,
  to: string,
): CellChange[] {
  return rows
    .filter((row) => !row.isLeftOut && (from === undefined || cellOf(row, column) === from))
    .filter((row) => cellOf(row, column) !== to)
    .map(({ record }) => ({ index: record.index, column, value: to }));
}

export function withLeftOut(state: Corrections, indices: ReadonlySet<number>, isLeftOut: boolean): Corrections {
  const changes = (row: Row) => indices.has(row.record.index) && row.isLeftOut !== isLeftOut;
  if (!state.rows.some(changes)) return state;
  return { ...state, rows: state.rows.map((row) => (changes(row) ? { ...row, isLeftOut } : row)) };
}

/** Why a record as a whole is wrong; undefined if it is not, or once a cell of it is corrected. */
export function recordFault({ columns, header }: Checked, { record, edits }: Pick<Row, 'record' | 'edits'>) {
  const cellAt = (column: number) => cellOf({ record, edits }, column);
  if (columns.every((_, column) => cellAt(column).trim() === '')) return CORRECT.blankRecord;
  if (header?.every((name, column) => cellAt(column) === name)) return CORRECT.headerRecord;
  const { length } = record.cells;
  // Its cells may stand in the wrong columns.
  return length < columns.length && edits.size === 0 ? CORRECT.fewCells(length, columns.length) : undefined;
}

export const isCorrected = ({ record, edits, isLeftOut }: Row): boolean =>
  edits.size > 0 || isLeftOut !== isLeftOutAtFirst(record);

/** The cells of a record as they are imported. */
export const importedCells = ({ columns }: Checked, row: Row): string[] =>
  columns.map((_, column) => cellOf(row, column));
