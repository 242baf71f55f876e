import { GetObjectCommand, PutObjectCommand, type S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock } from '../../shared/domain/clock.ts';
import { attachment } from '../domain/content-disposition.ts';
import type { ObjectAddresses, SignedAddress, SignedRequest } from '../ports.ts';

/** Long enough to send 64 MiB over half a megabit a second; an address that leaks is worthless soon. */
const VALID_SECONDS = 15 * 60;

type Signable = Parameters<typeof getSignedUrl>[1];

/**
 * Presigned addresses of objects in one bucket. They carry the rights of whoever signs them.
 * The client must not add checksums of its own (`requestChecksumCalculation: 'WHEN_REQUIRED'`): the bytes are not known
 * when the address is made.
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

  forUpload(key: string, bytes: number): Promise<SignedRequest> {
    const put = new PutObjectCommand({ ...this.#at(key), ContentLength: bytes, IfNoneMatch: '*' });
    return this.#signed(put, { 'content-length': String(bytes), 'if-none-match': '*' });
  }

  forPart(key: string, uploadId: string, partNumber: number, bytes: number): Promise<SignedRequest> {
    const at = { ...this.#at(key), UploadId: uploadId, PartNumber: partNumber };
    return this.#signed(new UploadPartCommand({ ...at, ContentLength: bytes }), { 'content-length': String(bytes) });
  }

  forDownload(key: string, fileName: string): Promise<SignedAddress> {
    const named = { ResponseContentDisposition: attachment(fileName) };
    // No type of a file's own: what a client's cell says must never run as a page.
    const get = new GetObjectCommand({ ...this.#at(key), ...named, ResponseContentType: 'application/octet-stream' });
    return this.#sign(get, []);
  }

  async #signed(command: Signable, headers: Readonly<Record<string, string>>): Promise<SignedRequest> {
    return { method: 'PUT', headers, ...(await this.#sign(command, Object.keys(headers))) };
  }

  async #sign(command: Signable, headers: readonly string[]): Promise<SignedAddress> {
    const signingDate = this.#clock.now();
    const url = await getSignedUrl(this.#client, command, {
      expiresIn: VALID_SECONDS,
      signingDate,
      // The library signs of itself only `host`; a header that is not signed could be left out or changed.
      signableHeaders: new Set(['host', ...headers]),
    });
    return { url, expiresAt: new Date(signingDate.getTime() + VALID_SECONDS * 1000).toISOString() };
  }

  #at(key: string) {
    return { Bucket: this.#bucket, Key: key };
  }
}
