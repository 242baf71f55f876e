import { withIsoDate } from './date-form.ts';
import { unwrapFormula } from './formula.ts';

/** How the mapping of an import changes the cells of a column. */
export interface CellRules {
  /** Replacements of whole cells, or a marker that clears the field. */
  readonly values?: Readonly<Record<string, string | { readonly clear: true }>> | undefined;
  /** Replaces a blank cell, after `values`. */
  readonly default?: string | undefined;
  /** Reads dates of this form, after `values`. */
  readonly dateForm?: 'day-first' | 'month-first' | undefined;
}

/**
 * Makes the value of a field from a cell: unwraps a formula, replaces values, then replaces a blank cell by the default,
 * and reads dates. A cell that clears the field gets no default.
 * @param cleared returned for a cell that clears the field
 */
export function cellValue(
  { values = {}, default: fallback = '', dateForm }: CellRules,
  { unwrapFormulas, cleared }: { readonly unwrapFormulas: boolean; readonly cleared: string },
): (cell: string) => string {
  const replaced = new Map(Object.entries(values));
  return (cell) => {
    const text = unwrapFormulas ? unwrapFormula(cell) : cell;
    const value = replaced.get(text) ?? text;
    if (typeof value !== 'string') return cleared;
    return dateForm ? withIsoDate(value || fallback, dateForm) : value || fallback;
  };
}
