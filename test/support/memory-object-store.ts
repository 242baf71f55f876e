import { createHash } from 'node:crypto';
import type { ArrivedPart, ClientUploads, Inbox, InboxFile } from '../../functions/imports/ports.ts';
import { type Clock, systemClock } from '../../functions/shared/domain/clock.ts';
import {
  type ListedObject,
  type ObjectHead,
  ObjectMissing,
  type ObjectRange,
  type ObjectStore,
  type UploadedPart,
  UploadGone,
} from '../../functions/shared/domain/object-store.ts';

interface Version {
  readonly versionId: string;
  readonly bytes: Uint8Array;
  readonly putAt: Date;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A versioned bucket in memory, with the guarantees of S3 on which the import relies. */
export class MemoryObjectStore implements ObjectStore, ClientUploads {
  readonly #objects = new Map<string, Version[]>();
  readonly #uploads = new Map<string, { readonly key: string; readonly parts: Map<number, Uint8Array> }>();
  /** S3 rejects a smaller part, the last one excepted. */
  readonly #smallestPart: number;
  readonly #clock: Clock;
  #counter = 0;

  constructor(smallestPart = 0, clock: Clock = systemClock) {
    this.#smallestPart = smallestPart;
    this.#clock = clock;
  }

  async head(key: string, versionId?: string): Promise<ObjectHead | undefined> {
    const found = this.#find(key, versionId);
    if (!found) return undefined;
    const { bytes, metadata } = found;
    return { size: bytes.length, etag: etagOf(bytes), versionId: found.versionId, metadata };
  }

  async read(key: string, range: ObjectRange = {}): Promise<Uint8Array> {
    const found = this.#find(key, range.versionId);
    if (!found) throw new ObjectMissing(key);
    return found.bytes.slice(range.start, range.end);
  }

  async readInto(key: string, target: Uint8Array, range: ObjectRange = {}): Promise<number> {
    const bytes = (await this.read(key, range)).subarray(0, target.length);
    target.set(bytes);
    return bytes.length;
  }

  async create(key: string, body: Uint8Array | string): Promise<'created' | 'exists'> {
    if (this.#find(key)) return 'exists';
    await this.put(key, body);
    return 'created';
  }

  async put(key: string, body: Uint8Array | string, metadata: Readonly<Record<string, string>> = {}): Promise<void> {
    // The code under test may fill its buffer again.
    this.#add(key, typeof body === 'string' ? Buffer.from(body) : new Uint8Array(body), metadata);
  }

  #add(key: string, bytes: Uint8Array, metadata: Readonly<Record<string, string>> = {}): void {
    this.#counter += 1;
    const version = { versionId: `v${this.#counter}`, bytes, putAt: this.#clock.now(), metadata };
    this.#objects.set(key, [...(this.#objects.get(key) ?? []), version]);
  }

  async *list(prefix: string): AsyncIterable<ListedObject> {
    const keys = [...this.#objects.keys()].filter((key) => key.startsWith(prefix));
    for (const key of keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
      const found = this.#find(key);
      if (found) yield { key, size: found.bytes.length, modifiedAt: found.putAt };
    }
  }

  /** The inbox that the bucket is, for schedules. */
  get inbox(): Inbox {
    return { list: (folder) => this.#files(folder) };
  }

  async *#files(folder: string): AsyncIterable<InboxFile> {
    for await (const { key, modifiedAt } of this.list(folder)) {
      if (!key.endsWith('/')) yield { key, versionId: this.#find(key)?.versionId ?? '', modifiedAt };
    }
  }

  async openUpload(key: string): Promise<string> {
    this.#counter += 1;
    this.#uploads.set(`upload-${this.#counter}`, { key, parts: new Map() });
    return `upload-${this.#counter}`;
  }

  async putPart(key: string, uploadId: string, partNumber: number, body: Uint8Array): Promise<UploadedPart> {
    const stored = new Uint8Array(body);
    this.#upload(key, uploadId).parts.set(partNumber, stored);
    return { partNumber, etag: etagOf(stored) };
  }

  async completeUpload(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<void> {
    const upload = this.#upload(key, uploadId);
    const bodies = parts.map(({ partNumber, etag }, index) => {
      const body = upload.parts.get(partNumber);
      if (!body || etagOf(body) !== etag) throw new Error('InvalidPart');
      if (index < parts.length - 1 && body.length < this.#smallestPart) throw new Error('EntityTooSmall');
      return body;
    });
    if (bodies.length === 0) throw new Error('MalformedXML: no parts');
    this.#add(key, Buffer.concat(bodies));
    this.#uploads.delete(uploadId);
  }

  async isUploadOpen(key: string, uploadId: string): Promise<boolean> {
    return this.#uploads.get(uploadId)?.key === key;
  }

  async listParts(key: string, uploadId: string): Promise<ArrivedPart[]> {
    const parts = [...this.#upload(key, uploadId).parts].sort(([a], [b]) => a - b);
    return parts.map(([partNumber, body]) => ({ partNumber, etag: etagOf(body), bytes: body.length }));
  }

  async completeNew(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<'created' | 'exists'> {
    if (this.#find(key)) return 'exists';
    await this.completeUpload(key, uploadId, parts);
    return 'created';
  }

  async abortUpload(key: string, uploadId: string): Promise<void> {
    if (this.#uploads.get(uploadId)?.key === key) this.#uploads.delete(uploadId);
  }

  async deleteFile(key: string): Promise<void> {
    this.delete(key);
  }

  openUploads(): number {
    return this.#uploads.size;
  }

  /** Makes an upload expired or aborted for its owner. */
  abortUploads(): void {
    this.#uploads.clear();
  }

  delete(key: string): void {
    this.#objects.delete(key);
  }

  #find(key: string, versionId?: string): Version | undefined {
    const versions = this.#objects.get(key) ?? [];
    return versionId === undefined ? versions.at(-1) : versions.find((version) => version.versionId === versionId);
  }

  #upload(key: string, uploadId: string): { readonly parts: Map<number, Uint8Array> } {
    const upload = this.#uploads.get(uploadId);
    if (upload?.key !== key) throw new UploadGone(uploadId);
    return upload;
  }
}

/** Stored bytes never change: each hash is computed once, since a large file takes a tenth of a second. */
const ETAGS = new WeakMap<Uint8Array, string>();

function etagOf(stored: Uint8Array): string {
  const etag = ETAGS.get(stored) ?? `"${createHash('md5').update(stored).digest('hex')}"`;
  ETAGS.set(stored, etag);
  return etag;
}
