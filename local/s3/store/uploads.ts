import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { S3Error } from '../errors.ts';
import type { Contents, Segment } from './contents.ts';
import type { Database } from './database.ts';
import type { StoredHeaders } from './object-version.ts';
import {
  type Checksum,
  type ChecksumKind,
  ChecksumKindSchema,
  keyBytes,
  keyFromBytes,
  parseChecksum,
  parseHeaders,
} from './object-version.ts';

const UploadRow = z
  .object({
    id: z.string(),
    key: z.instanceof(Uint8Array),
    headers: z.string(),
    checksum_kind: z.string().nullable(),
    started_at: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    key: keyFromBytes(row.key),
    headers: parseHeaders(row.headers),
    checksumKind: row.checksum_kind === null ? undefined : ChecksumKindSchema.parse(JSON.parse(row.checksum_kind)),
    startedAt: row.started_at,
  }));
export type Upload = z.infer<typeof UploadRow>;

const PartRow = z
  .object({
    number: z.number(),
    content: z.number(),
    size: z.number(),
    etag: z.string(),
    checksum: z.string().nullable(),
    modified_at: z.number(),
  })
  .transform((row) => ({
    number: row.number,
    content: row.content,
    size: row.size,
    etag: row.etag,
    checksum: parseChecksum(row.checksum),
    modifiedAt: row.modified_at,
  }));
export type Part = z.infer<typeof PartRow>;

export interface NewPart {
  readonly segments: readonly Segment[];
  readonly size: number;
  readonly etag: string;
  readonly checksum: Checksum | undefined;
  readonly modifiedAt: number;
}

/** Multipart uploads in progress, and their parts. */
export class Uploads {
  readonly #database: Database;
  readonly #contents: Contents;

  constructor(database: Database, contents: Contents) {
    this.#database = database;
    this.#contents = contents;
  }

  open(
    bucket: string,
    key: string,
    headers: StoredHeaders,
    checksumKind: ChecksumKind | undefined,
    at: number,
  ): string {
    const id = randomBytes(32).toString('base64url');
    this.#database.run(
      'INSERT INTO upload (id, bucket, key, headers, checksum_kind, started_at) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      bucket,
      keyBytes(key),
      JSON.stringify(headers),
      checksumKind ? JSON.stringify(checksumKind) : null,
      at,
    );
    return id;
  }

  /** @throws S3Error NoSuchUpload if the key has no upload with this id. */
  find(bucket: string, key: string, id: string): Upload {
    const row = this.#database.get(
      'SELECT * FROM upload WHERE id = ? AND bucket = ? AND key = ?',
      id,
      bucket,
      keyBytes(key),
    );
    if (row === undefined) throw new S3Error('NoSuchUpload');
    return UploadRow.parse(row);
  }

  /** Parts in order of number. */
  parts(id: string): Part[] {
    return this.#database
      .all('SELECT * FROM part WHERE upload = ? ORDER BY number', id)
      .map((row) => PartRow.parse(row));
  }

  /** Must run in a transaction. Replaces a part of the same number; returns the blobs to collect. */
  putPart(id: string, number: number, part: NewPart): string[] {
    const previous = this.#database.get('SELECT * FROM part WHERE upload = ? AND number = ?', id, number);
    const dead = previous === undefined ? [] : this.#contents.drop(PartRow.parse(previous).content);
    this.#database.run(
      'INSERT OR REPLACE INTO part (upload, number, content, size, etag, checksum, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      number,
      this.#contents.add(part.segments),
      part.size,
      part.etag,
      part.checksum ? JSON.stringify(part.checksum) : null,
      part.modifiedAt,
    );
    return dead;
  }

  /** Must run in a transaction. Deletes the upload and its parts; returns the blobs to collect. */
  close(id: string): string[] {
    const dead = this.parts(id).flatMap((part) => this.#contents.drop(part.content));
    this.#database.run('DELETE FROM part WHERE upload = ?', id);
    this.#database.run('DELETE FROM upload WHERE id = ?', id);
    return dead;
  }

  /** Uploads of a bucket with a prefix, by key in UTF-8 order and then by age, after the two markers. */
  list(bucket: string, prefix: string, keyMarker: string, idMarker: string, limit: number): Upload[] {
    const afterMarker = this.#isKnownMarker(bucket, keyMarker, idMarker);
    return this.#database
      .all(
        `SELECT * FROM upload WHERE bucket = ?1 AND substr(key, 1, length(?2)) = ?2
           AND (key > ?3 OR (key = ?3 AND ?4 = 1 AND rowid > (SELECT rowid FROM upload WHERE id = ?5)))
         ORDER BY key, rowid LIMIT ?6`,
        bucket,
        keyBytes(prefix),
        keyBytes(keyMarker),
        afterMarker ? 1 : 0,
        idMarker,
        limit,
      )
      .map((row) => UploadRow.parse(row));
  }

  #isKnownMarker(bucket: string, key: string, id: string): boolean {
    return (
      this.#database.get('SELECT 1 FROM upload WHERE id = ? AND bucket = ? AND key = ?', id, bucket, keyBytes(key)) !==
      undefined
    );
  }
}
