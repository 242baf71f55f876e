import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type ObjectHead,
  ObjectMissing,
  type ObjectRange,
  type ObjectStore,
  type UploadedPart,
  UploadGone,
} from '../ports.ts';
import { concatenate } from './concatenate-files.ts';
import { keyOfPath, pathOfKey } from './object-path.ts';

/** Objects as files of one folder. Keeps one version and no metadata: for benchmarks and tests. */
export class FileObjectStore implements ObjectStore {
  readonly #objects: string;
  readonly #uploads: string;

  constructor(folder: string) {
    this.#objects = join(folder, 'objects');
    this.#uploads = join(folder, 'uploads');
  }

  async head(key: string): Promise<ObjectHead | undefined> {
    const found = await orUndefined(stat(this.#pathOf(key)), 'ENOENT');
    if (!found) return undefined;
    return { size: found.size, etag: `"${found.size}-${found.mtimeMs}"`, versionId: undefined, metadata: {} };
  }

  async read(key: string, range: ObjectRange = {}): Promise<Uint8Array> {
    const head = await this.head(key);
    if (!head) throw new ObjectMissing(key);
    const start = range.start ?? 0;
    const end = Math.min(range.end ?? head.size, head.size);
    const target = Buffer.allocUnsafe(Math.max(0, end - start));
    return target.subarray(0, await this.readInto(key, target, { start, end }));
  }

  async readInto(key: string, target: Uint8Array, range: ObjectRange = {}): Promise<number> {
    const file = await orUndefined(open(this.#pathOf(key)), 'ENOENT');
    if (!file) throw new ObjectMissing(key);
    try {
      const start = range.start ?? 0;
      const wanted = Math.min(target.length, (range.end ?? Number.MAX_SAFE_INTEGER) - start);
      let done = 0;
      while (done < wanted) {
        const { bytesRead } = await file.read(target, done, wanted - done, start + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    } finally {
      await file.close();
    }
  }

  async create(key: string, body: Uint8Array | string): Promise<'created' | 'exists'> {
    const path = await this.#madePathOf(key);
    const draft = await this.#draft(body);
    try {
      const linked = await orUndefined(
        link(draft, path).then(() => true),
        'EEXIST',
      );
      return linked ? 'created' : 'exists';
    } finally {
      await rm(draft);
    }
  }

  async put(key: string, body: Uint8Array | string): Promise<void> {
    const path = await this.#madePathOf(key);
    await rename(await this.#draft(body), path);
  }

  async *list(prefix: string): AsyncIterable<{ readonly key: string; readonly size: number }> {
    const entries =
      (await orUndefined(readdir(this.#objects, { recursive: true, withFileTypes: true }), 'ENOENT')) ?? [];
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const keys = files.map((path) => keyOfPath(this.#objects, path)).filter((key) => key.startsWith(prefix));
    for (const key of keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
      const head = await this.head(key);
      if (head) yield { key, size: head.size };
    }
  }

  async openUpload(_key: string): Promise<string> {
    const uploadId = randomUUID();
    await mkdir(join(this.#uploads, uploadId), { recursive: true });
    return uploadId;
  }

  async putPart(_key: string, uploadId: string, partNumber: number, body: Uint8Array): Promise<UploadedPart> {
    const draft = await this.#draft(body);
    const moved = await orUndefined(
      rename(draft, this.#partOf(uploadId, partNumber)).then(() => true),
      'ENOENT',
    );
    if (!moved) throw new UploadGone(uploadId);
    return { partNumber, etag: `"${partNumber}-${body.length}"` };
  }

  async completeUpload(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<void> {
    if (!(await this.isUploadOpen(key, uploadId))) throw new UploadGone(uploadId);
    const path = await this.#madePathOf(key);
    const whole = this.#partOf(uploadId, 0);
    await concatenate(
      parts.map(({ partNumber }) => this.#partOf(uploadId, partNumber)),
      whole,
    );
    await rename(whole, path);
    await rm(join(this.#uploads, uploadId), { recursive: true });
  }

  async isUploadOpen(_key: string, uploadId: string): Promise<boolean> {
    return (await orUndefined(stat(join(this.#uploads, uploadId)), 'ENOENT')) !== undefined;
  }

  #pathOf(key: string): string {
    return pathOfKey(this.#objects, key);
  }

  #partOf(uploadId: string, partNumber: number): string {
    return join(this.#uploads, uploadId, `part-${partNumber}`);
  }

  async #madePathOf(key: string): Promise<string> {
    const path = this.#pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    return path;
  }

  /** Written beside the objects first, so that nobody sees half an object. */
  async #draft(body: Uint8Array | string): Promise<string> {
    await mkdir(this.#uploads, { recursive: true });
    const path = join(this.#uploads, `draft-${randomUUID()}`);
    await writeFile(path, body);
    return path;
  }
}

async function orUndefined<T>(work: Promise<T>, code: string): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) return undefined;
    throw error;
  }
}
