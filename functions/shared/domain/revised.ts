import { DomainError } from './errors.ts';

/** A stored value with its revision: 1 for a new value, raised by one at each update. */
export interface Revised<T> {
  readonly value: T;
  readonly revision: number;
}

export function nextRevision<T>(before: Revised<unknown>, after: T): Revised<T> {
  return { value: after, revision: before.revision + 1 };
}

/** @throws DomainError `if-match.stale` unless the stored value has the revision that the caller has read */
export function checkRevision(stored: Revised<unknown>, revision: number): void {
  if (stored.revision !== revision) throw staleRevision();
}

/** The rejection of an update that is based on an older revision. */
export function staleRevision(): DomainError {
  return new DomainError(
    'precondition-failed',
    'if-match.stale',
    'Another request has updated this since you read it. Read it again and repeat your update.',
  );
}
