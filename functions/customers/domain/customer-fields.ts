import type { Field, PublishedTable } from '../../crm-tables/index.ts';

/** The fields of one CRM table that a writer of customers gives values for: an import its columns, an edit its form. */
export interface CustomerFields {
  readonly table: PublishedTable;
  /** Without the Customer ID, in the order of every customer's cells. */
  readonly columns: readonly Field[];
  /** What a blank cell does to a stored value. */
  readonly blank: 'clear' | 'keep';
}

/**
 * A cell that clears its field whatever `blank` says. No value of a file equals it, because a record with a NUL cannot be
 * read.
 */
export const CLEARED = '\0cleared';

/** The values of a customer, one for each of the columns; `''` is blank, `CLEARED` a field to clear. */
export type Cells = readonly string[];

/** Whether a cell leaves its field without a value; where blank cells keep what is stored, `''` alone does not. */
export const isWithoutValue = (cell: string | undefined): boolean => cell === '' || cell === CLEARED;
