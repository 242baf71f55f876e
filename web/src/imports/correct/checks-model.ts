import type { components } from '../../shared/api/schema.ts';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { cellValue, findingsOf } from '../../shared/value-rules.ts';
import { CORRECT } from './text.ts';

export type Columns = components['schemas']['ImportColumns'];
type Options = components['schemas']['AppliedImportOptions'];
type Field = components['schemas']['Field'];

const LONGEST_ID_BYTES = 256;
const LONGEST_CELL = 32_000;
/** In place of the value of a cell that clears its field. No cell of a file holds a NUL. */
const CLEARED = '\0';

/** A column of the file, and the rules for its cells. */
export interface CheckedColumn {
  /** The cell of the header row; its number if there is none. */
  readonly title: string;
  /** The field that it feeds; undefined if it is not imported. */
  readonly field: Field | undefined;
  readonly isCustomerId: boolean;
  /** The value that the mapping makes of a cell. */
  readonly mapped: (cell: string) => string;
  /** @param keepsBlank whether a blank cell leaves the stored value of a customer @returns why the cell is wrong */
  readonly faultOf: (cell: string, keepsBlank: boolean) => string | undefined;
}

/** What the cells of a file are checked against: the mapping of the first import, and the fields of the CRM table now. */
export interface Rules {
  readonly columns: Columns;
  readonly fields: readonly Field[];
  readonly defaultCountry: string;
  readonly options: Pick<Options, 'blank' | 'unwrapFormulas' | 'strictFields'>;
}

export function checkedColumns({ columns, fields, defaultCountry, options }: Rules): readonly CheckedColumn[] {
  const known = new Map(fields.map((field) => [field.code, field]));
  const cleared = options.blank === 'keep' ? CLEARED : '';
  return columns.items.map(({ name, field: code, ...rules }, position) => {
    const found = code === null ? undefined : known.get(code);
    const field = found && { ...found, strict: found.strict || options.strictFields.includes(found.code) };
    const isCustomerId = code === CUSTOMER_ID;
    const mapped = cellValue(rules, { unwrapFormulas: options.unwrapFormulas && !isCustomerId, cleared });
    return {
      title: name.trim() || CORRECT.column(position + 1),
      field,
      isCustomerId,
      mapped,
      faultOf: (cell, keepsBlank) => {
        const wrong = textFault(cell);
        if (wrong !== undefined || field === undefined) return wrong;
        if (isCustomerId && (cell === '' || isLongId(cell))) return cell === '' ? CORRECT.blankId : CORRECT.longId;
        const value = mapped(cell);
        if (value === '' && keepsBlank) return undefined;
        return findingsOf(field, value === CLEARED ? '' : value, defaultCountry).problem?.reason;
      },
    };
  });
}

const isLongId = (cell: string): boolean =>
  cell.length * 3 > LONGEST_ID_BYTES && new TextEncoder().encode(cell).length > LONGEST_ID_BYTES;

/** What no cell may hold, whether its column is imported or not. */
function textFault(cell: string): string | undefined {
  if (cell.length > LONGEST_CELL && [...cell].length > LONGEST_CELL) return CORRECT.longCell;
  return cell.includes('\0') ? CORRECT.nul : undefined;
}
