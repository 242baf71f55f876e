import { DomainError } from '../domain/errors.ts';
import { ANY_REVISION, type ExpectedRevision } from '../domain/revised.ts';

/** No revision is 0, so a foreign ETag matches nothing. */
const NO_REVISION = 0;

/** The ETag of a stored value is its revision. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/** One entity-tag (RFC 9110), strong or weak. */
const TAG = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
/** A list of them may have empty elements. */
const TAGS = new RegExp(String.raw`^[\s,]*${TAG}(?:\s*,[\s,]*${TAG})*[\s,]*$`);
const EACH_TAG = new RegExp(TAG, 'g');

/**
 * The revisions that an `If-Match` header names; `*` names every one. A weak or foreign ETag names a revision that does not
 * exist: `If-Match` compares strongly (RFC 9110, 13.1.1).
 * @throws DomainError `if-match.missing` without the header: two users would overwrite each other's changes;
 * `if-match.invalid`
 */
export function expectedRevision(ifMatch: string | undefined): ExpectedRevision {
  if (ifMatch === undefined) {
    throw new DomainError(
      'precondition-required',
      'if-match.missing',
      'This update requires an If-Match header with the ETag of the version that you have read.',
    );
  }
  if (ifMatch.trim() === '*') return ANY_REVISION;
  if (!TAGS.test(ifMatch)) {
    const message = 'If-Match must be an ETag in its quotation marks, as it was answered, several of them, or *.';
    throw new DomainError('invalid', 'if-match.invalid', message);
  }
  const revisions = ifMatch.match(EACH_TAG)?.map(revisionOf) ?? [];
  return revisions.length === 1 ? (revisions[0] ?? NO_REVISION) : revisions;
}

function revisionOf(tag: string): number {
  const digits = /^"([1-9]\d{0,14})"$/.exec(tag)?.[1];
  return digits === undefined ? NO_REVISION : Number(digits);
}
