import { S3Error } from '../errors.ts';
import type { ObjectVersion } from './object-version.ts';

/** The condition for a write: no object exists (`if-none-match: *`), or the object has this ETag (`if-match`). */
export interface WriteCondition {
  readonly ifNoneMatch?: string | undefined;
  readonly ifMatch?: string | undefined;
}

/**
 * @throws S3Error PreconditionFailed, NoSuchKey if If-Match finds no object, NotImplemented for values of If-None-Match that
 *   S3 rejects on a write.
 */
export function checkWriteCondition(condition: WriteCondition, present: ObjectVersion | undefined): void {
  const existing = present?.isDeleteMarker ? undefined : present;
  if (condition.ifNoneMatch !== undefined) {
    if (condition.ifNoneMatch !== '*') throw new S3Error('NotImplemented', 'On a write, If-None-Match can only be *');
    if (existing) throw failed('If-None-Match');
  }
  if (condition.ifMatch !== undefined) {
    if (!existing) throw new S3Error('NoSuchKey');
    if (!etagMatches(condition.ifMatch, existing.etag)) throw failed('If-Match');
  }
}

/** Whether an If-Match or If-None-Match header, a list of ETags with or without quotes, or `*`, matches this ETag. */
export function etagMatches(header: string, etag: string): boolean {
  return header.split(',').some((candidate) => {
    const bare = candidate
      .trim()
      .replace(/^W\//, '')
      .replace(/^"(.*)"$/, '$1');
    return bare === '*' || bare === etag;
  });
}

function failed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', undefined, { details: { Condition: condition } });
}
