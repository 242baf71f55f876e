/** The properties of a stored object. */
export interface ObjectHead {
  readonly size: number;
  readonly etag: string;
  readonly versionId: string | undefined;
  /** User metadata, keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A range of one version's bytes: `start` is inclusive, `end` exclusive; both are optional. */
export interface ObjectRange {
  readonly versionId?: string | undefined;
  readonly start?: number;
  readonly end?: number;
}

export interface UploadedPart {
  readonly partNumber: number;
  readonly etag: string;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** The objects of the data bucket. Two adapters: S3, and a folder of files for benchmarks and tests. */
export interface ObjectStore {
  head(key: string, versionId?: string): Promise<ObjectHead | undefined>;
  /** @throws ObjectMissing when the object or version does not exist */
  read(key: string, range?: ObjectRange): Promise<Uint8Array>;
  /** Reads a range to the start of `target`. @returns the number of bytes read @throws ObjectMissing */
  readInto(key: string, target: Uint8Array, range?: ObjectRange): Promise<number>;
  /** Creates the object only if none has the key. */
  create(key: string, body: Uint8Array | string): Promise<'created' | 'exists'>;
  put(key: string, body: Uint8Array | string): Promise<void>;
  /** Keys under a prefix in UTF-8 order. */
  list(keyPrefix: string): AsyncIterable<ListedObject>;
  openUpload(key: string): Promise<string>;
  /** @throws UploadGone when the upload was aborted or completed */
  putPart(key: string, uploadId: string, partNumber: number, body: Uint8Array): Promise<UploadedPart>;
  /** @throws UploadGone when the upload was aborted or completed */
  completeUpload(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<void>;
  isUploadOpen(key: string, uploadId: string): Promise<boolean>;
}

/** An address that works without a token until it expires (ISO 8601, UTC). */
export interface SignedAddress {
  readonly url: string;
  readonly expiresAt: string;
}

/** A request that needs no token, with exactly these headers. */
export interface SignedRequest extends SignedAddress {
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
}

/** Addresses with which a client exchanges files with the bucket; each allows one request. */
export interface ObjectAddresses {
  /** Creates one object of exactly this size, unless the key exists. */
  forUpload(key: string, bytes: number): Promise<SignedRequest>;
  /** Sends one part of exactly this size. */
  forPart(key: string, uploadId: string, partNumber: number, bytes: number): Promise<SignedRequest>;
  /** Downloads the object as a file with that name. */
  forDownload(key: string, fileName: string): Promise<SignedAddress>;
}

export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing';
}

export class UploadGone extends Error {
  override readonly name = 'UploadGone';
}
