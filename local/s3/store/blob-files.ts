import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes are combined up to this size: a socket delivers 64 KiB at a time, and a system call for each costs more than the copy. */
const WRITE_BATCH_BYTES = 1024 * 1024;
const READ_BYTES = 1024 * 1024;

/** `00` to `ff`: a single directory of 100,000 files would be slow on some file systems. */
const FOLDERS = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, '0'));

/** Files of bytes. The store chooses their names; input of a client never becomes part of a path. */
export class BlobFiles {
  readonly #root: string;

  constructor(directory: string) {
    this.#root = join(directory, 'blobs');
    if (existsSync(join(this.#root, FOLDERS.at(-1) ?? ''))) return;
    for (const folder of FOLDERS) mkdirSync(join(this.#root, folder), { recursive: true });
  }

  /** Writes a new file, and returns its name and size once it is on the disk. Removes it if the source fails. */
  async write(source: AsyncIterable<Uint8Array>): Promise<{ blob: string; size: number }> {
    const blob = randomUUID();
    const file = await open(this.#path(blob), 'wx');
    try {
      let size = 0;
      for await (const batch of inBatches(source)) {
        size += await writeAll(file, batch);
      }
      await file.datasync();
      await file.close();
      return { blob, size };
    } catch (error) {
      await file.close().catch(() => undefined);
      await this.remove(blob);
      throw error;
    }
  }

  async *read(blob: string, start: number, length: number): AsyncGenerator<Uint8Array> {
    const file = await open(this.#path(blob), 'r');
    try {
      const end = start + length;
      for (let position = start; position < end; ) {
        const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, end - position));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0) throw new Error(`Blob ${blob} is shorter than the index says`);
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  }

  async remove(blob: string): Promise<void> {
    await rm(this.#path(blob), { force: true });
  }

  /** Removes unreferenced files, which requests leave when a crash interrupts them. */
  sweep(referenced: ReadonlySet<string>): void {
    for (const folder of FOLDERS) {
      for (const blob of readdirSync(join(this.#root, folder))) {
        if (!referenced.has(blob)) rmSync(join(this.#root, folder, blob), { force: true });
      }
    }
  }

  #path(blob: string): string {
    return join(this.#root, blob.slice(0, 2), blob);
  }
}

async function* inBatches(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    batch.push(chunk);
    bytes += chunk.length;
    if (bytes < WRITE_BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (bytes > 0) yield batch;
}

async function writeAll(
  file: { writev(buffers: Uint8Array[]): Promise<{ bytesWritten: number }> },
  batch: Uint8Array[],
): Promise<number> {
  const expected = batch.reduce((bytes, chunk) => bytes + chunk.length, 0);
  const { bytesWritten } = await file.writev(batch);
  if (bytesWritten !== expected) throw new Error('The disk took only a part of a write; it may be full');
  return bytesWritten;
}
