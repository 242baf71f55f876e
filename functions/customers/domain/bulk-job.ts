import type { CustomerFields, ValuesBefore } from './customer-fields.ts';
import { type Problem, recordProblem } from './prepared-customer.ts';

/** The import that writes a customer. */
export interface ImportOrigin {
  readonly importId: string;
  /**
   * The fence of the lease under which the import runs. Each grant for the CRM table raises it, so a customer with a
   * higher fence was written by a newer import.
   */
  readonly fence: number;
  /** When the import started (ISO 8601, UTC). A customer that was deleted later stays deleted. */
  readonly startedAt: string;
}

/** An import's work on the customers of one CRM table; the same in every attempt. */
export interface BulkJob extends CustomerFields, ImportOrigin {
  /** `insert-only` never changes an existing customer; `update-only` never inserts one. */
  readonly mode: 'upsert' | 'insert-only' | 'update-only';
  /** Whose values stay where a person changed a mapped field after the import compared it. */
  readonly conflicts: 'import-wins' | 'agent-wins';
  /** Nothing is written; each write returns the result that it would have. */
  readonly dryRun: boolean;
  /** The import generated the Customer IDs: a customer of another import with the same ID is an error, not a match. */
  readonly generatedIds: boolean;
  /**
   * `singles`: before a customer is written, its new searchable values are written as single entries of the index. `none`:
   * the import ends with a new generation of the index, which has them.
   */
  readonly search: 'singles' | 'none';
}

/** A record without a stored customer, in an import that only updates. */
export function absentCustomer(): Problem {
  return recordProblem(
    'customer.absent',
    'No customer has this Customer ID, and the mode of the import is update-only.',
  );
}

/** A customer that another writer changed after the import compared it: a failure or a warning, by the job's policy. */
export function changedMeanwhile(conflicts: BulkJob['conflicts']): Problem {
  const reason =
    conflicts === 'agent-wins'
      ? 'Another user changed the customer after the import compared it, and users win in this import. Another import of the record overwrites what the user has entered.'
      : 'Another user changed the customer after the import compared it. The record has overwritten the mapped fields.';
  return recordProblem('customer.changed-meanwhile', reason);
}

/** The fate of a written record. */
export type Outcome =
  | { readonly kind: 'inserted' | 'ignored' }
  /**
   * `before` is set if the customer was read again and then updated: the values of the first reading are outdated.
   * `overwrites`: another writer had changed a mapped field after the first reading.
   */
  | { readonly kind: 'updated'; readonly before?: ValuesBefore; readonly overwrites?: boolean }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

export const INSERTED: Outcome = Object.freeze({ kind: 'inserted' });
export const UPDATED: Outcome = Object.freeze({ kind: 'updated' });
export const IGNORED: Outcome = Object.freeze({ kind: 'ignored' });

export function failed(...problems: readonly Problem[]): Outcome {
  return { kind: 'failed', problems };
}
