import { GetObjectCommand, PutObjectCommand, type S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock } from '../domain/clock.ts';
import type { ObjectAddresses, SignedAddress, SignedRequest } from '../domain/object-store.ts';
import { attachment } from './content-disposition.ts';

/**
 * An address stays good when its user is disabled, so it is good for at most this time. S3 compares the time at which a
 * request begins: the transfer may take longer.
 */
const VALID_SECONDS = 5 * 60;

/**
 * Presigned addresses of objects in one bucket, with the permissions of the signer. The client must not add its own
 * checksums (`requestChecksumCalculation: 'WHEN_REQUIRED'`): the bytes are unknown when the address is signed.
 */
export class S3ObjectAddresses implements ObjectAddresses {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #clock: Clock;

  constructor(client: S3Client, bucket: string, clock: Clock) {
    this.#client = client;
    this.#bucket = bucket;
    this.#clock = clock;
  }

  async forUpload(key: string, bytes: number): Promise<SignedRequest> {
    const headers = { 'content-length': String(bytes), 'if-none-match': '*' };
    const { options, expiresAt } = this.#terms(Object.keys(headers));
    const put = new PutObjectCommand({ ...this.#at(key), ContentLength: bytes, IfNoneMatch: '*' });
    return { method: 'PUT', url: await getSignedUrl(this.#client, put, options), headers, expiresAt };
  }

  async forPart(key: string, uploadId: string, partNumber: number, bytes: number): Promise<SignedRequest> {
    const headers = { 'content-length': String(bytes) };
    const { options, expiresAt } = this.#terms(Object.keys(headers));
    const part = { UploadId: uploadId, PartNumber: partNumber, ContentLength: bytes };
    const put = new UploadPartCommand({ ...this.#at(key), ...part });
    return { method: 'PUT', url: await getSignedUrl(this.#client, put, options), headers, expiresAt };
  }

  async forDownload(key: string, fileName: string): Promise<SignedAddress> {
    const { options, expiresAt } = this.#terms([]);
    const get = new GetObjectCommand({
      ...this.#at(key),
      ResponseContentDisposition: attachment(fileName),
      // Never the stored type: a browser must not run the content of a client's cell as a page.
      ResponseContentType: 'application/octet-stream',
    });
    return { url: await getSignedUrl(this.#client, get, options), expiresAt };
  }

  #terms(headers: readonly string[]) {
    const signingDate = this.#clock.now();
    return {
      expiresAt: new Date(signingDate.getTime() + VALID_SECONDS * 1000).toISOString(),
      options: {
        expiresIn: VALID_SECONDS,
        signingDate,
        // By default the library signs only `host`; an unsigned header could be left out or altered.
        signableHeaders: new Set(['host', ...headers]),
      },
    };
  }

  #at(key: string) {
    return { Bucket: this.#bucket, Key: key };
  }
}
