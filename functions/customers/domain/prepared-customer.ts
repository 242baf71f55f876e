import type { Cells } from './customer-fields.ts';

/**
 * The reason why a customer is not written, or a doubt about it. `code` is stable, `reason` is a sentence for users.
 */
export interface Problem {
  /** The faulty field; undefined if the record as a whole is faulty. */
  readonly fieldCode: string | undefined;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

export function recordProblem(code: string, reason: string): Problem {
  return { fieldCode: undefined, value: '', code, reason };
}

export interface PreparedCustomer {
  readonly rejected?: undefined;
  readonly customerId: string;
  readonly cells: Cells;
  readonly warnings: readonly Problem[];
  /** Required fields that an update with `blank: 'keep'` leaves blank: the update fails if no value is stored. */
  readonly missing: readonly Problem[];
  /** UTF-16 units of all values: a lower bound of the item's bytes that costs little to compute. */
  readonly characters: number;
}

/** A customer that must not be written, with all its problems. */
export interface RejectedCustomer {
  readonly rejected: readonly Problem[];
}
