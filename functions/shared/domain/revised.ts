import { DomainError } from './errors.ts';

/** A stored value with its revision: 1 for a new value, raised by one at each update. */
export interface Revised<T> {
  readonly value: T;
  readonly revision: number;
}

export function nextRevision<T>(before: Revised<unknown>, after: T): Revised<T> {
  return { value: after, revision: before.revision + 1 };
}

/** Stands for every revision: the caller changes whatever is stored now. */
export const ANY_REVISION = -1;

/** The revision that a caller expects, or several, one of which is enough. */
export type ExpectedRevision = number | readonly number[];

const listOf = (expected: ExpectedRevision): readonly number[] =>
  typeof expected === 'number' ? [expected] : expected;

/** Whether a stored revision is one that the caller expects. */
export const isExpected = (stored: number, expected: ExpectedRevision): boolean =>
  listOf(expected).some((each) => each === ANY_REVISION || each === stored);

/** The newest revision that the caller may have read. */
export const newestExpected = (expected: ExpectedRevision): number => Math.max(...listOf(expected));

/** @throws DomainError `if-match.stale` unless the stored value has a revision that the caller expects */
export function checkRevision(stored: Revised<unknown>, revision: ExpectedRevision): void {
  if (!isExpected(stored.revision, revision)) throw staleRevision();
}

/** The rejection of an update that is based on an older revision. */
export function staleRevision(): DomainError {
  return new DomainError(
    'precondition-failed',
    'if-match.stale',
    'Another request has updated this since you read it. Read it again and repeat your update.',
  );
}
