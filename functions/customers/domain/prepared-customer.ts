import type { Cells } from './customer-fields.ts';

/** Why a customer is not written, or is doubted: `code` is stable, `reason` is a sentence for the log. */
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

/** A customer that may be written. */
export interface PreparedCustomer {
  readonly rejected?: undefined;
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

/** A customer that must not be written, with everything that is wrong with it. */
export interface RejectedCustomer {
  readonly rejected: readonly Problem[];
}
