import { S3Error } from '../errors.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import { etagMatches } from '../store/write-condition.ts';

export const READ_CONDITIONS = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'if-range'];

/**
 * Checks If-Match, If-None-Match, If-Modified-Since and If-Unmodified-Since, by the precedence of RFC 9110. With a prefix,
 * checks those of a copy's source.
 * @throws S3Error PreconditionFailed, NotModified
 */
export function checkReadConditions(headers: ReadonlyMap<string, string>, version: ObjectVersion, prefix = ''): void {
  const value = (name: string) => headers.get(prefix + name);
  const ifMatch = value('if-match');
  const ifNoneMatch = value('if-none-match');
  const changedAfter = (name: string) => isLater(version.modifiedAt, value(name));
  if (ifMatch !== undefined && !etagMatches(ifMatch, version.etag)) throw failed('If-Match');
  if (ifMatch === undefined && changedAfter('if-unmodified-since') === true) throw failed('If-Unmodified-Since');
  const isUnchanged =
    ifNoneMatch === undefined ? changedAfter('if-modified-since') === false : etagMatches(ifNoneMatch, version.etag);
  if (!isUnchanged) return;
  if (prefix !== '') throw failed(ifNoneMatch === undefined ? 'If-Modified-Since' : 'If-None-Match');
  throw new S3Error('NotModified', undefined, { headers: { etag: `"${version.etag}"` } });
}

/** Whether an If-Range header, an ETag or a date, still matches the object. */
export function matchesIfRange(header: string | undefined, version: ObjectVersion): boolean {
  if (header === undefined) return true;
  return header.includes('"') ? etagMatches(header, version.etag) : isLater(version.modifiedAt, header) === false;
}

/** Compares whole seconds, the precision of an HTTP date; undefined without a valid date. */
function isLater(modifiedAt: number, date: string | undefined): boolean | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(modifiedAt / 1000) * 1000 > time;
}

function failed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', undefined, { details: { Condition: condition } });
}
