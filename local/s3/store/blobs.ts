import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { BlobFiles } from './blob-files.ts';
import type { Database } from './database.ts';

/**
 * Blobs up to this size are rows of the index: the flush that the index needs anyway makes them durable, while a file would
 * take four more system calls and another flush.
 */
const MAX_ROW_BYTES = 16 * 1024;

/** Never a file's name, because those are hexadecimal. */
const ROW_PREFIX = 'row-';

const BlobRow = z.object({ bytes: z.instanceof(Uint8Array) });

/** Immutable byte sequences, under names that the store chooses: small ones in the index, the others in files. */
export class Blobs {
  readonly #database: Database;
  readonly #files: BlobFiles;

  constructor(database: Database, directory: string) {
    this.#database = database;
    this.#files = new BlobFiles(directory);
  }

  /** Stores the bytes of the source; they are durable after the next transaction. Leaves nothing if the source fails. */
  async write(source: AsyncIterable<Uint8Array>): Promise<{ blob: string; size: number }> {
    const iterator = source[Symbol.asyncIterator]();
    const head: Uint8Array[] = [];
    let size = 0;
    while (size <= MAX_ROW_BYTES) {
      const next = await iterator.next();
      if (next.done) return this.#writeRow(Buffer.concat(head));
      head.push(next.value);
      size += next.value.length;
    }
    return this.#files.write(joined(head, iterator));
  }

  async *read(blob: string, start: number, length: number): AsyncGenerator<Uint8Array> {
    if (!blob.startsWith(ROW_PREFIX)) {
      yield* this.#files.read(blob, start, length);
      return;
    }
    const { bytes } = BlobRow.parse(this.#database.get('SELECT bytes FROM small_blob WHERE name = ?', blob));
    yield bytes.subarray(start, start + length);
  }

  async remove(blob: string): Promise<void> {
    if (blob.startsWith(ROW_PREFIX)) this.#database.run('DELETE FROM small_blob WHERE name = ?', blob);
    else await this.#files.remove(blob);
  }

  /** Removes unreferenced blobs, which requests leave when a crash interrupts them. Only for a store that is not yet in use. */
  sweep(referenced: ReadonlySet<string>): void {
    this.#database.run('DELETE FROM small_blob WHERE name NOT IN (SELECT blob FROM segment)');
    this.#files.sweep(referenced);
  }

  #writeRow(bytes: Buffer): { blob: string; size: number } {
    const blob = ROW_PREFIX + randomUUID();
    this.#database.run('INSERT INTO small_blob VALUES (?, ?)', blob, bytes);
    return { blob, size: bytes.length };
  }
}

async function* joined(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  yield* { [Symbol.asyncIterator]: () => rest };
}
