/** What is known of a stored object without reading it. */
export interface ObjectHead {
  readonly size: number;
  readonly etag: string;
  readonly versionId: string | undefined;
  /** User metadata, keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Which bytes of which version: `start` inclusive, `end` exclusive; both optional. */
export interface ObjectRange {
  readonly versionId?: string | undefined;
  readonly start?: number;
  readonly end?: number;
}

export interface UploadedPart {
  readonly partNumber: number;
  readonly etag: string;
}

/** The bucket as the import sees it. Two adapters: S3, and a folder of files for benchmarks and tests. */
export interface ObjectStore {
  head(key: string, versionId?: string): Promise<ObjectHead | undefined>;
  /** @throws ObjectMissing when the object or version is gone. */
  read(key: string, range?: ObjectRange): Promise<Uint8Array>;
  /** Reads a range into `target` from its start and answers how many bytes came. @throws ObjectMissing */
  readInto(key: string, target: Uint8Array, range?: ObjectRange): Promise<number>;
  /** Creates the object only if none is there. */
  create(key: string, body: Uint8Array | string): Promise<'created' | 'exists'>;
  put(key: string, body: Uint8Array | string): Promise<void>;
  /** Keys under a prefix in UTF-8 order. */
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly size: number }>;
  openUpload(key: string): Promise<string>;
  /** @throws UploadGone when the upload was aborted or completed. */
  putPart(key: string, uploadId: string, partNumber: number, body: Uint8Array): Promise<UploadedPart>;
  /** @throws UploadGone when the upload was aborted or completed. */
  completeUpload(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<void>;
  isUploadOpen(key: string, uploadId: string): Promise<boolean>;
}

export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing';
}

export class UploadGone extends Error {
  override readonly name = 'UploadGone';
}
