import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import {
  type ListedObject,
  type ObjectHead,
  ObjectMissing,
  type ObjectRange,
  type ObjectStore,
  type UploadedPart,
} from '../domain/object-store.ts';
import { collect, isEmptyRange, rangeHeader } from './s3-body.ts';
import { CONFLICT_ATTEMPTS, isConflict, isNamed, throwUploadGone, undefinedWhen } from './s3-errors.ts';

/** S3's error names for a missing key, version or range. */
const MISSING = ['NotFound', 'NoSuchKey', 'NoSuchVersion'];

export class S3ObjectStore implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async head(key: string, versionId?: string): Promise<ObjectHead | undefined> {
    const sent = this.#client.send(new HeadObjectCommand({ ...this.#at(key), VersionId: versionId }));
    const found = await sent.catch(undefinedWhen(MISSING));
    if (!found) return undefined;
    return {
      size: found.ContentLength ?? 0,
      etag: found.ETag ?? '',
      versionId: found.VersionId,
      metadata: found.Metadata ?? {},
    };
  }

  async read(key: string, range: ObjectRange = {}): Promise<Uint8Array> {
    if (isEmptyRange(range)) return new Uint8Array(0);
    const { body, size } = await this.#get(key, range);
    const target = Buffer.allocUnsafeSlow(size);
    await collect(body, target);
    return target;
  }

  async readInto(key: string, target: Uint8Array, range: ObjectRange = {}): Promise<number> {
    const start = range.start ?? 0;
    const fitting = { ...range, start, end: Math.min(range.end ?? Number.MAX_SAFE_INTEGER, start + target.length) };
    if (isEmptyRange(fitting)) return 0;
    const { body, size } = await this.#get(key, fitting);
    await collect(body, target.subarray(0, size));
    return size;
  }

  async create(key: string, body: Uint8Array | string): Promise<'created' | 'exists'> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#client.send(new PutObjectCommand({ ...this.#at(key), Body: body, IfNoneMatch: '*' }));
        return 'created';
      } catch (error) {
        if (isNamed(error, ['PreconditionFailed'])) return 'exists';
        if (!isConflict(error) || attempt === CONFLICT_ATTEMPTS) throw error;
      }
    }
  }

  async put(key: string, body: Uint8Array | string): Promise<void> {
    await this.#client.send(new PutObjectCommand({ ...this.#at(key), Body: body }));
  }

  async *list(keyPrefix: string): AsyncIterable<ListedObject> {
    let token: string | undefined;
    do {
      const page = await this.#client.send(
        new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: keyPrefix, ContinuationToken: token }),
      );
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        if (Key !== undefined) yield { key: Key, size: Size ?? 0, modifiedAt: LastModified ?? new Date() };
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  async openUpload(key: string): Promise<string> {
    const { UploadId } = await this.#client.send(new CreateMultipartUploadCommand(this.#at(key)));
    if (UploadId === undefined) throw new Error('S3 opened an upload without naming it');
    return UploadId;
  }

  async putPart(key: string, uploadId: string, partNumber: number, body: Uint8Array): Promise<UploadedPart> {
    const part = new UploadPartCommand({ ...this.#at(key), UploadId: uploadId, PartNumber: partNumber, Body: body });
    const { ETag } = await this.#client.send(part).catch(throwUploadGone);
    return { partNumber, etag: ETag ?? '' };
  }

  async completeUpload(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<void> {
    const Parts = parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag }));
    const complete = new CompleteMultipartUploadCommand({
      ...this.#at(key),
      UploadId: uploadId,
      MultipartUpload: { Parts },
    });
    await this.#client.send(complete).catch(throwUploadGone);
  }

  async isUploadOpen(key: string, uploadId: string): Promise<boolean> {
    const listing = new ListPartsCommand({ ...this.#at(key), UploadId: uploadId, MaxParts: 1 });
    const found = await this.#client.send(listing).catch(undefinedWhen(['NoSuchUpload']));
    return found !== undefined;
  }

  #at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#bucket, Key: key };
  }

  async #get(
    key: string,
    range: ObjectRange,
  ): Promise<{ readonly body: AsyncIterable<unknown>; readonly size: number }> {
    const get = new GetObjectCommand({ ...this.#at(key), VersionId: range.versionId, Range: rangeHeader(range) });
    const found = await this.#client.send(get).catch(undefinedWhen(MISSING));
    if (!found?.Body) throw new ObjectMissing(key);
    return { body: asIterable(found.Body), size: found.ContentLength ?? 0 };
  }
}

function asIterable(body: object): AsyncIterable<unknown> {
  if (isAsyncIterable(body)) return body;
  throw new TypeError('the body of an S3 object is no stream');
}

function isAsyncIterable(body: object): body is AsyncIterable<unknown> {
  return Symbol.asyncIterator in body;
}
