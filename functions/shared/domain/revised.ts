import { DomainError } from './errors.ts';

/** Something stored, with the number that each of its changes raises by one: from 1 on. */
export interface Revised<T> {
  readonly value: T;
  readonly revision: number;
}

/** What is stored once `after` has replaced `before`. */
export function nextRevision<T>(before: Revised<unknown>, after: T): Revised<T> {
  return { value: after, revision: before.revision + 1 };
}

/** @throws DomainError `if-match.stale` unless the stored value has the revision that the caller has read */
export function checkRevision(stored: Revised<unknown>, revision: number): void {
  if (stored.revision !== revision) throw staleRevision();
}

/** The rejection of a change that was made on something read before someone else changed it. */
export function staleRevision(): DomainError {
  return new DomainError(
    'precondition-failed',
    'if-match.stale',
    'This has changed since you read it. Read it again and repeat your change.',
  );
}
