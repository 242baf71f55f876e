import type { Field, PublishedTable } from '../../crm-tables/index.ts';

/** What one import does to the customers of one CRM table; the same on every attempt of the import. */
export interface BulkJob {
  readonly table: PublishedTable;
  readonly importId: string;
  /**
   * The number of the lease under which the import runs. It rises with every grant for the CRM table, so a customer that
   * carries a higher one was written by a newer import.
   */
  readonly fence: number;
  /** When the import started (ISO 8601, UTC): what was deleted later stays deleted. */
  readonly startedAt: string;
  /** The fields that the file feeds, without the Customer ID, in the order of every record's cells. */
  readonly columns: readonly Field[];
  /** What a blank cell does to a stored value. */
  readonly blank: 'clear' | 'keep';
  /** `insert-only` leaves customers alone that are there; `update-only` never makes one. */
  readonly mode: 'upsert' | 'insert-only' | 'update-only';
  /** Nothing is written: every write is answered as it would end. */
  readonly dryRun: boolean;
  /** The Customer IDs were made by the import: a customer of anyone else's with the same one is a mistake, not a match. */
  readonly generatedIds: boolean;
}

/**
 * A cell that clears its field whatever the job does with blank cells. No value of a file equals it, because a record
 * with a NUL cannot be read.
 */
export const CLEARED = '\0cleared';

/** The values of a record, one for each of the job's columns; `''` is blank, `CLEARED` a field to clear. */
export type Cells = readonly string[];

/** Whether a cell leaves its field without a value; where blank cells keep what is stored, `''` alone does not. */
export const isWithoutValue = (cell: string | undefined): boolean => cell === '' || cell === CLEARED;

/** Why a record fails or is doubted: `code` is stable, `reason` is a sentence for the log. */
export interface Problem {
  /** The field at fault; undefined where it is the record as a whole. */
  readonly fieldCode: string | undefined;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

export function recordProblem(code: string, reason: string): Problem {
  return { fieldCode: undefined, value: '', code, reason };
}

/** A record of an import that only updates, whose customer is not there. */
export function absentCustomer(): Problem {
  return recordProblem('customer.absent', 'There is no customer with this Customer ID, and the import only updates.');
}

/** A record that may be written. */
export interface PreparedCustomer {
  readonly refused?: undefined;
  readonly customerId: string;
  readonly cells: Cells;
  /** For each column the normalised value that its index slot holds; undefined as a whole when nothing is indexed. */
  readonly indexed: readonly (string | undefined)[] | undefined;
  readonly warnings: readonly Problem[];
  /** Required fields left blank by an update that keeps stored values: they fail it if there is nothing stored. */
  readonly missing: readonly Problem[];
  /** UTF-16 units of all values: a cheap lower bound of the item's bytes. */
  readonly characters: number;
}

/** A record that must not be written, with everything that is wrong with it. */
export interface RefusedCustomer {
  readonly refused: readonly Problem[];
}

/** The one fate of a written record. */
export type Outcome =
  | { readonly kind: 'inserted' | 'updated' | 'ignored' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

export const INSERTED: Outcome = Object.freeze({ kind: 'inserted' });
export const UPDATED: Outcome = Object.freeze({ kind: 'updated' });
export const IGNORED: Outcome = Object.freeze({ kind: 'ignored' });

export function failed(...problems: readonly Problem[]): Outcome {
  return { kind: 'failed', problems };
}
