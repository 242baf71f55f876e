import { DomainError } from '../domain/errors.ts';

/** No revision is 0, so a foreign ETag matches nothing. */
const NO_REVISION = 0;

/** The ETag of a stored value is its revision. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/**
 * The revision that an `If-Match` header names. A weak or foreign ETag names one that does not exist.
 * @throws DomainError `if-match.missing` without the header: two users would overwrite each other's changes
 */
export function expectedRevision(ifMatch: string | undefined): number {
  if (ifMatch === undefined) {
    throw new DomainError(
      'precondition-required',
      'if-match.missing',
      'This update requires an If-Match header with the ETag of the version that you have read.',
    );
  }
  const digits = /^\s*"([1-9]\d{0,14})"\s*$/.exec(ifMatch)?.[1];
  return digits === undefined ? NO_REVISION : Number(digits);
}
