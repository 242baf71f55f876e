import type { Field, PublishedTable } from '../../crm-tables/index.ts';

/** The fields of one CRM table that a writer of customers has values for: those of an import's columns or of a form. */
export interface CustomerFields {
  readonly table: PublishedTable;
  /** Without the Customer ID, in the order of a customer's cells. */
  readonly columns: readonly Field[];
  /** The effect of a blank cell on a stored value. */
  readonly blank: 'clear' | 'keep';
}

/**
 * A cell that clears its field regardless of `blank`. No value of a file equals it, because a record with a NUL is
 * unreadable.
 */
export const CLEARED = '\0cleared';

/** The values of a customer, one for each column: `''` is blank, `CLEARED` clears the field. */
export type Cells = readonly string[];

/**
 * Whether a cell leaves its field without a value. With `blank: 'keep'` the stored value stays, so the caller handles
 * `''` first.
 */
export const isWithoutValue = (cell: string | undefined): boolean => cell === '' || cell === CLEARED;

/** The stored values that an update changes, by the code of their field; `''` where none was stored. */
export type ValuesBefore = Readonly<Record<string, string>>;
