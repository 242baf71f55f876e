import { itemTooLarge } from '../domain/item-limit.ts';
import { type Problem, recordProblem } from '../domain/prepared-customer.ts';

/** Faults of the record itself: a retry would fail again. */
const PERMANENT = new Set(['ValidationError', 'ValidationException', 'ItemCollectionSizeLimitExceeded']);

export function isPermanent(code: string): boolean {
  return PERMANENT.has(code);
}

/** The failure of a record that the database rejects for good. */
export function rejection(message: string): Problem {
  if (/item size/i.test(message)) return itemTooLarge();
  return recordProblem('customer.rejected', `The database rejected the customer: ${message}`);
}
