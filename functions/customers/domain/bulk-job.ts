import type { CustomerFields } from './customer-fields.ts';
import { type Problem, recordProblem } from './prepared-customer.ts';

/** The import that a write belongs to. */
export interface ImportOrigin {
  readonly importId: string;
  /**
   * The number of the lease under which the import runs. It rises with every grant for the CRM table, so a customer that
   * carries a higher one was written by a newer import.
   */
  readonly fence: number;
}

/** What one import does to the customers of one CRM table; the same on every attempt of the import. */
export interface BulkJob extends CustomerFields, ImportOrigin {
  /** When the import started (ISO 8601, UTC): what was deleted later stays deleted. */
  readonly startedAt: string;
  /** `insert-only` leaves customers alone that are there; `update-only` never makes one. */
  readonly mode: 'upsert' | 'insert-only' | 'update-only';
  /** Nothing is written: every write is answered as it would end. */
  readonly dryRun: boolean;
  /** The Customer IDs were made by the import: a customer of anyone else's with the same one is a mistake, not a match. */
  readonly generatedIds: boolean;
}

/** A record of an import that only updates, whose customer is not there. */
export function absentCustomer(): Problem {
  return recordProblem('customer.absent', 'There is no customer with this Customer ID, and the import only updates.');
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
