import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type ListedObject,
  type ObjectHead,
  ObjectMissing,
  type ObjectRange,
  type ObjectStore,
  type UploadedPart,
  UploadGone,
} from '../domain/object-store.ts';
import { findObject, joinFiles, orUndefined, readObject } from './object-files.ts';
import { isObjectPath, keyOfPath, pathOfKey } from './object-path.ts';

/** Objects in one folder, with one version and without metadata: for benchmarks and tests. */
export class FileObjectStore implements ObjectStore {
  readonly #objects: string;
  readonly #uploads: string;

  constructor(folder: string) {
    this.#objects = join(folder, 'objects');
    this.#uploads = join(folder, 'uploads');
  }

  async head(key: string): Promise<ObjectHead | undefined> {
    const found = await findObject(this.#pathOf(key));
    if (!found) return undefined;
    return { size: found.size, etag: `"${found.size}-${found.modifiedMs}"`, versionId: undefined, metadata: {} };
  }

  async read(key: string, range: ObjectRange = {}): Promise<Uint8Array> {
    const head = await this.head(key);
    if (!head) throw new ObjectMissing(key);
    const start = range.start ?? 0;
    const end = Math.min(range.end ?? head.size, head.size);
    const target = Buffer.allocUnsafeSlow(Math.max(0, end - start));
    return target.subarray(0, await this.readInto(key, target, { start, end }));
  }

  async readInto(key: string, target: Uint8Array, range: ObjectRange = {}): Promise<number> {
    const found = await findObject(this.#pathOf(key));
    if (!found) throw new ObjectMissing(key);
    const start = range.start ?? 0;
    const wanted = Math.max(0, (range.end ?? found.size) - start);
    return readObject(found, target.subarray(0, wanted), start);
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
    const draft = await this.#draft(body);
    // `rename` replaces a file, but not a folder of parts.
    if ((await orUndefined(stat(path), 'ENOENT'))?.isDirectory()) await rm(path, { recursive: true });
    await rename(draft, path);
  }

  async *list(keyPrefix: string): AsyncIterable<ListedObject> {
    const found = await orUndefined(readdir(this.#objects, { recursive: true, withFileTypes: true }), 'ENOENT');
    const paths = (found ?? []).map((entry) => join(entry.parentPath, entry.name)).filter(isObjectPath);
    const keys = paths.map((path) => keyOfPath(this.#objects, path)).filter((key) => key.startsWith(keyPrefix));
    for (const key of keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
      const found = await findObject(this.#pathOf(key));
      if (found) yield { key, size: found.size, modifiedAt: new Date(found.modifiedMs) };
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
    if (moved) return { partNumber, etag: `"${partNumber}-${body.length}"` };
    await rm(draft);
    throw new UploadGone(uploadId);
  }

  async completeUpload(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<void> {
    if (!(await this.isUploadOpen(key, uploadId))) throw new UploadGone(uploadId);
    const path = await this.#madePathOf(key);
    const paths = parts.map(({ partNumber }) => this.#partOf(uploadId, partNumber));
    await joinFiles(paths, join(this.#uploads, uploadId, 'whole'), path);
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

  /** Written to another folder first, so that no reader finds half an object. */
  async #draft(body: Uint8Array | string): Promise<string> {
    await mkdir(this.#uploads, { recursive: true });
    const path = join(this.#uploads, `draft-${randomUUID()}`);
    await writeFile(path, body);
    return path;
  }
}
