import type { Database } from './database.ts';
import { keyBytes, type ObjectVersion, parseObjectVersion } from './object-version.ts';

export interface Listing {
  /** Objects and common prefixes in UTF-8 order of key; together at most the limit. */
  readonly entries: readonly (ObjectVersion | CommonPrefix)[];
  readonly isTruncated: boolean;
}

export interface CommonPrefix {
  readonly commonPrefix: string;
}

export interface ListingQuery {
  readonly prefix: string;
  readonly delimiter: string;
  /** Only entries after this key. If it is a common prefix, ending in the delimiter, all keys under it are skipped. */
  readonly after: string;
  readonly limit: number;
}

/** Which versions: the current objects, or all versions, newest first within a key and after `sequence` within the key `after`. */
export type ListingScope =
  | { readonly versions: 'current' }
  | { readonly versions: 'all'; readonly before: number | undefined };

/** With a delimiter most rows may belong to one common prefix; a whole page of them would be read in vain. */
const ROWS_AT_A_TIME_WITH_DELIMITER = 8;

/** Lists a bucket. A common prefix costs one short read, whatever the number of keys under it. */
export function list(database: Database, bucket: string, query: ListingQuery, scope: ListingScope): Listing {
  const entries: (ObjectVersion | CommonPrefix)[] = [];
  let position = startOf(query, scope);
  while (position) {
    const missing = query.limit + 1 - entries.length;
    const wanted = query.delimiter === '' ? missing : Math.min(missing, ROWS_AT_A_TIME_WITH_DELIMITER);
    const page = readPage(database, bucket, position, wanted, scope);
    const last = page.at(-1);
    position = last && page.length === wanted ? positionAfter(last, scope) : undefined;
    for (const version of page) {
      if (!version.key.startsWith(query.prefix)) return { entries, isTruncated: false };
      if (entries.length === query.limit) return { entries, isTruncated: true };
      const commonPrefix = commonPrefixOf(version.key, query);
      if (commonPrefix === undefined) {
        entries.push(version);
        continue;
      }
      entries.push({ commonPrefix });
      position = endOfPrefix(keyBytes(commonPrefix));
      break;
    }
  }
  return { entries, isTruncated: false };
}

/** A position in the index: at or after a key, strictly after it, or within it before a sequence number. */
interface Position {
  readonly key: Uint8Array;
  readonly includesKey: boolean;
  readonly before?: number | undefined;
}

function startOf(query: ListingQuery, scope: ListingScope): Position | undefined {
  const prefix = { key: keyBytes(query.prefix), includesKey: true };
  const after = keyBytes(query.after);
  if (query.limit === 0) return undefined;
  if (query.after === '' || Buffer.compare(after, prefix.key) < 0) return prefix;
  if (commonPrefixOf(query.after, query) === query.after) return endOfPrefix(after);
  return { key: after, includesKey: false, before: scope.versions === 'all' ? scope.before : undefined };
}

function positionAfter(version: ObjectVersion, scope: ListingScope): Position {
  const before = scope.versions === 'all' ? version.sequence : undefined;
  return { key: keyBytes(version.key), includesKey: false, before };
}

function readPage(
  database: Database,
  bucket: string,
  position: Position,
  limit: number,
  scope: ListingScope,
): ObjectVersion[] {
  const { key, includesKey, before } = position;
  const comparison = includesKey ? '>=' : '>';
  const rows =
    scope.versions === 'current'
      ? database.all(
          `SELECT * FROM object_version WHERE bucket = ? AND key ${comparison} ? AND latest = 1 AND delete_marker = 0
           ORDER BY key LIMIT ?`,
          bucket,
          key,
          limit,
        )
      : [
          ...(before === undefined ? [] : olderVersions(database, bucket, key, before, limit)),
          ...database.all(
            `SELECT * FROM object_version WHERE bucket = ? AND key ${comparison} ? ORDER BY key, sequence DESC LIMIT ?`,
            bucket,
            key,
            limit,
          ),
        ].slice(0, limit);
  return rows.map(parseObjectVersion);
}

function olderVersions(database: Database, bucket: string, key: Uint8Array, before: number, limit: number): unknown[] {
  return database.all(
    'SELECT * FROM object_version WHERE bucket = ? AND key = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?',
    bucket,
    key,
    before,
    limit,
  );
}

function commonPrefixOf(key: string, { prefix, delimiter }: ListingQuery): string | undefined {
  if (delimiter === '' || !key.startsWith(prefix)) return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

/** The first possible key after all keys with the prefix; undefined if the prefix is all 0xFF, which UTF-8 cannot be. */
function endOfPrefix(prefix: Uint8Array): Position | undefined {
  const last = prefix.findLastIndex((byte) => byte < 0xff);
  if (last < 0) return undefined;
  const key = Uint8Array.from(prefix.subarray(0, last + 1));
  key[last] = (prefix[last] ?? 0) + 1;
  return { key, includesKey: true };
}
