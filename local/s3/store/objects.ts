import { randomBytes } from 'node:crypto';
import { S3Error } from '../errors.ts';
import type { Contents, Segment } from './contents.ts';
import type { Database } from './database.ts';
import {
  type Checksum,
  keyBytes,
  NULL_VERSION,
  type ObjectVersion,
  parseObjectVersion,
  type StoredHeaders,
} from './object-version.ts';
import { checkWriteCondition, type WriteCondition } from './write-condition.ts';

export interface Bucket {
  readonly name: string;
  readonly versioned: boolean;
}

export interface NewObject {
  readonly segments: readonly Segment[];
  readonly size: number;
  readonly etag: string;
  readonly checksum: Checksum | undefined;
  readonly headers: StoredHeaders;
  readonly modifiedAt: number;
}

/** A version with content: not a delete marker. */
export type ReadableVersion = ObjectVersion & { readonly content: number };

export interface Deletion {
  /** The id of the new marker or of the removed version; absent if the bucket is not versioned. */
  readonly versionId: string | undefined;
  readonly isDeleteMarker: boolean;
}

/** The versions of every object. Each method is one uninterrupted step, which serialises writers of a key. */
export class Objects {
  readonly #database: Database;
  readonly #contents: Contents;

  constructor(database: Database, contents: Contents) {
    this.#database = database;
    this.#contents = contents;
  }

  /** The given version, or the newest one, which may be a delete marker. */
  find(bucket: Bucket, key: string, versionId?: string): ObjectVersion | undefined {
    const row =
      versionId === undefined
        ? this.#database.get(
            'SELECT * FROM object_version WHERE bucket = ? AND key = ? ORDER BY sequence DESC LIMIT 1',
            bucket.name,
            keyBytes(key),
          )
        : this.#database.get(
            'SELECT * FROM object_version WHERE bucket = ? AND key = ? AND version_id = ?',
            bucket.name,
            keyBytes(key),
            versionId,
          );
    return row === undefined ? undefined : parseObjectVersion(row);
  }

  /**
   * Must run in a transaction. Returns the new version, and the blobs to collect after the commit.
   * @throws S3Error if the condition does not hold; the transaction is then rolled back.
   */
  put(
    bucket: Bucket,
    key: string,
    object: NewObject,
    condition: WriteCondition,
  ): { version: ObjectVersion; dead: string[] } {
    checkWriteCondition(condition, this.find(bucket, key));
    const dead = bucket.versioned ? [] : this.#removeVersion(bucket, key, NULL_VERSION).dead;
    const content = this.#contents.add(object.segments);
    const version = this.#insert(bucket, key, object, content);
    return { version, dead };
  }

  /** Must run in a transaction. Without a version id: adds a delete marker, or removes the object if the bucket is not versioned. */
  delete(bucket: Bucket, key: string, versionId: string | undefined, at: number): Deletion & { dead: string[] } {
    if (versionId !== undefined) {
      const { removed, dead } = this.#removeVersion(bucket, key, versionId);
      this.#promoteNewest(bucket, key);
      return { versionId, isDeleteMarker: removed?.isDeleteMarker ?? false, dead };
    }
    const { dead } = bucket.versioned ? { dead: [] } : this.#removeVersion(bucket, key, NULL_VERSION);
    if (!bucket.versioned) return { versionId: undefined, isDeleteMarker: false, dead };
    const marker = { segments: [], size: 0, etag: '', checksum: undefined, headers: {}, modifiedAt: at };
    const { versionId: markerId } = this.#insert(bucket, key, marker, undefined);
    return { versionId: markerId, isDeleteMarker: true, dead };
  }

  #insert(bucket: Bucket, key: string, object: NewObject, content: number | undefined): ObjectVersion {
    const versionId = bucket.versioned ? randomBytes(24).toString('base64url') : NULL_VERSION;
    const { size, etag, checksum, headers, modifiedAt } = object;
    this.#database.run(
      'UPDATE object_version SET latest = 0 WHERE bucket = ? AND key = ? AND latest = 1',
      bucket.name,
      keyBytes(key),
    );
    const sequence = this.#database.run(
      `INSERT INTO object_version (bucket, key, version_id, latest, delete_marker, content, size, etag, checksum, headers, modified_at)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`,
      bucket.name,
      keyBytes(key),
      versionId,
      content === undefined ? 1 : 0,
      content ?? null,
      size,
      etag,
      checksum ? JSON.stringify(checksum) : null,
      JSON.stringify(headers),
      modifiedAt,
    );
    const isDeleteMarker = content === undefined;
    return {
      sequence,
      key,
      versionId,
      isLatest: true,
      isDeleteMarker,
      content,
      size,
      etag,
      checksum,
      headers,
      modifiedAt,
    };
  }

  #removeVersion(
    bucket: Bucket,
    key: string,
    versionId: string,
  ): { removed: ObjectVersion | undefined; dead: string[] } {
    const removed = this.find(bucket, key, versionId);
    if (!removed) return { removed, dead: [] };
    this.#database.run('DELETE FROM object_version WHERE sequence = ?', removed.sequence);
    return { removed, dead: removed.content === undefined ? [] : this.#contents.drop(removed.content) };
  }

  #promoteNewest(bucket: Bucket, key: string): void {
    const newest = this.find(bucket, key);
    if (newest && !newest.isLatest) {
      this.#database.run('UPDATE object_version SET latest = 1 WHERE sequence = ?', newest.sequence);
    }
  }
}

/**
 * Returns the version if it has content.
 * @throws S3Error NoSuchKey, NoSuchVersion, or MethodNotAllowed for a delete marker that is named by its version id.
 */
export function requireReadable(version: ObjectVersion | undefined, versionId: string | undefined): ReadableVersion {
  if (!version) throw new S3Error(versionId === undefined ? 'NoSuchKey' : 'NoSuchVersion');
  const { content } = version;
  if (content !== undefined) return { ...version, content };
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  throw new S3Error(versionId === undefined ? 'NoSuchKey' : 'MethodNotAllowed', undefined, { headers });
}
