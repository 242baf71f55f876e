import { DomainError } from './errors.ts';

/** Something stored, with the number that each of its changes raises by one: from 1 on. */
export interface Revised<T> {
  readonly value: T;
  readonly revision: number;
}

/** The refusal of a change that was made on something read before someone else changed it. */
export function staleRevision(): DomainError {
  return new DomainError(
    'precondition-failed',
    'if-match.stale',
    'This has changed since you read it. Read it again and repeat your change.',
  );
}
