import { CUSTOMER_ID_CODE, type PublishedTable, STANDARD_FIELDS } from '../../../crm-tables/index.ts';
import type { Match } from '../layout/match-name.ts';
import { fitsKind } from '../preview/match-content.ts';
import type { FileColumn } from './file-columns.ts';

/** So many of a column's values must be of the field's kind. */
const LEAST_SHARE = 0.5;
/** So many columns must show by their values that they stand where the standard field does. */
const TELLING_COLUMNS = 2;

/**
 * The standard fields in their order, for a file without a header row that has as many columns: as the manual's example
 * is written. Undefined unless the values agree.
 */
export function standardOrder(
  columns: readonly FileColumn[],
  customerIdColumn: number | undefined,
  reference: PublishedTable,
): Array<Match & { readonly position: number }> | undefined {
  if (columns.some(({ name }) => name !== undefined)) return undefined;
  const codes = STANDARD_FIELDS.map(({ code }) => code).filter((code) => code !== CUSTOMER_ID_CODE);
  const others = columns.filter(({ position }) => position !== customerIdColumn);
  if (others.length !== codes.length || (customerIdColumn ?? 0) !== 0) return undefined;
  const agreements = others.map((column, at) => agrees(column, codes[at], reference));
  if (agreements.includes(false) || agreements.filter(Boolean).length < TELLING_COLUMNS) return undefined;
  return others.flatMap(({ position }, at) => {
    const code = codes[at];
    return code === undefined ? [] : [{ position, code, reason: 'position', confidence: 1 }];
  });
}

/** Undefined if the values show nothing: the column is empty, or the field may hold any text. */
function agrees({ values }: FileColumn, code: string | undefined, reference: PublishedTable): boolean | undefined {
  const field = reference.fields.find((each) => each.code === code);
  const fits = field && fitsKind(field, reference);
  if (!fits || values.length === 0) return undefined;
  return values.filter(({ value }) => fits(value)).length >= LEAST_SHARE * values.length;
}
