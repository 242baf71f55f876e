import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { SharedSync } from './shared-sync.ts';

/**
 * Keys are BLOBs of UTF-8, so that SQLite's order (memcmp) equals S3's order of listing, and any character is allowed. A
 * content is a list of slices of blobs, of an object or a part. A copy or a completed upload shares the blobs of its
 * sources.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS object_version (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    bucket TEXT NOT NULL,
    key BLOB NOT NULL,
    version_id TEXT NOT NULL,
    latest INTEGER NOT NULL,
    delete_marker INTEGER NOT NULL,
    content INTEGER,
    size INTEGER NOT NULL,
    etag TEXT NOT NULL,
    checksum TEXT,
    headers TEXT NOT NULL,
    modified_at INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS version_by_key ON object_version (bucket, key, sequence);
  CREATE UNIQUE INDEX IF NOT EXISTS current_by_key ON object_version (bucket, key) WHERE latest = 1 AND delete_marker = 0;
  CREATE TABLE IF NOT EXISTS content (id INTEGER PRIMARY KEY AUTOINCREMENT);
  CREATE TABLE IF NOT EXISTS segment (
    content INTEGER NOT NULL,
    position INTEGER NOT NULL,
    blob TEXT NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (content, position)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS segment_by_blob ON segment (blob);
  CREATE TABLE IF NOT EXISTS upload (
    id TEXT PRIMARY KEY,
    bucket TEXT NOT NULL,
    key BLOB NOT NULL,
    headers TEXT NOT NULL,
    checksum_kind TEXT,
    started_at INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS upload_by_key ON upload (bucket, key, id);
  CREATE TABLE IF NOT EXISTS part (
    upload TEXT NOT NULL,
    number INTEGER NOT NULL,
    content INTEGER NOT NULL,
    size INTEGER NOT NULL,
    etag TEXT NOT NULL,
    checksum TEXT,
    modified_at INTEGER NOT NULL,
    PRIMARY KEY (upload, number)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS small_blob (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS event (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL);
`;

/** Incremented by every schema change that an older store cannot read. */
const SCHEMA_VERSION = 1;

const VersionRow = z.object({ user_version: z.number() });

/** A process that was just killed may hold its lock for a moment. */
const LOCK_WAIT_MS = 500;

/** The index of the store. It is synchronous, so that a check and the write that depends on it are one step. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #log: SharedSync;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, 'index.sqlite');
    this.#connection = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
    // EXCLUSIVE: a second server on this directory must fail. NORMAL: a commit does not flush, which would block every
    // request; `transact` flushes instead, once for all concurrent transactions.
    this.#connection.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    this.#checkVersion(directory);
    this.#apply(() => this.#connection.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION};`));
    this.#log = new SharedSync(`${path}-wal`);
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).lastInsertRowid);
  }

  get(sql: string, ...values: SQLInputValue[]): unknown {
    return this.#statement(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): unknown[] {
    return this.#statement(sql).all(...values);
  }

  /** Runs the work as one transaction; resolves when it is on the disk. */
  async transact<T>(work: () => T): Promise<T> {
    const result = this.#apply(work);
    await this.#log.sync();
    return result;
  }

  async close(): Promise<void> {
    await this.#log.close();
    this.#connection.close();
  }

  /** A new directory has version 0. */
  #checkVersion(directory: string): void {
    const { user_version: version } = VersionRow.parse(this.get('PRAGMA user_version'));
    if (version === 0 || version === SCHEMA_VERSION) return;
    throw new Error(
      `The objects in ${directory} were stored by another version of Switchboard. Remove the directory to start with an empty store.`,
    );
  }

  #apply<T>(work: () => T): T {
    this.#connection.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#connection.exec('COMMIT');
      return result;
    } catch (error) {
      this.#connection.exec('ROLLBACK');
      throw error;
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
