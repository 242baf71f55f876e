import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  DeleteObjectCommand,
  ListPartsCommand,
  type ListPartsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { UploadedPart } from '../../shared/domain/object-store.ts';
import {
  CONFLICT_ATTEMPTS,
  isConflict,
  isNamed,
  throwUploadGone,
  undefinedWhen,
} from '../../shared/object-store/s3-errors.ts';
import type { ArrivedPart, ClientUploads, CompletionResult } from '../ports.ts';

export class S3ClientUploads implements ClientUploads {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async listParts(key: string, uploadId: string): Promise<ArrivedPart[]> {
    const parts: ArrivedPart[] = [];
    let marker: string | undefined;
    do {
      const listing = new ListPartsCommand({ ...this.#at(key, uploadId), PartNumberMarker: marker });
      const page: ListPartsCommandOutput = await this.#client.send(listing).catch(throwUploadGone);
      for (const { PartNumber = 0, ETag = '', Size = 0 } of page.Parts ?? [])
        parts.push({ partNumber: PartNumber, etag: ETag, bytes: Size });
      marker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
    } while (marker !== undefined);
    return parts;
  }

  async completeNew(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<CompletionResult> {
    const Parts = parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag }));
    const complete = new CompleteMultipartUploadCommand({
      ...this.#at(key, uploadId),
      MultipartUpload: { Parts },
      IfNoneMatch: '*',
    });
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#client.send(complete);
        return 'created';
      } catch (error) {
        if (isNamed(error, ['PreconditionFailed'])) return 'exists';
        if (!isConflict(error)) return throwUploadGone(error);
        if (attempt === CONFLICT_ATTEMPTS) return 'conflict';
      }
    }
  }

  async abortUpload(key: string, uploadId: string): Promise<void> {
    const abort = new AbortMultipartUploadCommand(this.#at(key, uploadId));
    await this.#client.send(abort).catch(undefinedWhen(['NoSuchUpload']));
  }

  async deleteFile(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }));
  }

  #at(key: string, uploadId: string) {
    return { Bucket: this.#bucket, Key: key, UploadId: uploadId };
  }
}
