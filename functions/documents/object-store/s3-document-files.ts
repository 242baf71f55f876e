import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock } from '../../shared/domain/clock.ts';
import { attachment, inline } from '../../shared/object-store/content-disposition.ts';
import { undefinedWhen } from '../../shared/object-store/s3-errors.ts';
import type { DocumentFiles } from '../ports.ts';

/** An address stays good when its user is disabled. S3 compares the time at which a request begins: a transfer may take longer. */
const VALID_SECONDS = 5 * 60;
/** Whatever a client says about a file: the type is decided when the file is opened. */
const STORED_TYPE = 'application/octet-stream';

/** The client must not add checksums of its own (`requestChecksumCalculation: 'WHEN_REQUIRED'`). */
export function s3DocumentFiles(client: S3Client, Bucket: string, clock: Clock): DocumentFiles {
  function terms(headers: readonly string[]) {
    const signingDate = clock.now();
    const signed = new Set(headers);
    return {
      expiresAt: new Date(signingDate.getTime() + VALID_SECONDS * 1000).toISOString(),
      options: {
        expiresIn: VALID_SECONDS,
        signingDate,
        // By default the library signs only `host`, and moves others into the query; a client could leave them out.
        signableHeaders: new Set(['host', ...headers]),
        unhoistableHeaders: signed,
      },
    };
  }

  async function removePage(page: ListObjectVersionsCommandOutput): Promise<void> {
    const all = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    // An object has one version, unless an operator has changed the bucket by hand.
    for (const { Key, VersionId } of all) await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
  }

  return {
    async addressForUpload(Key, { bytes, sha256 }) {
      const headers = {
        'content-length': String(bytes),
        'content-type': STORED_TYPE,
        'if-none-match': '*',
        'x-amz-checksum-sha256': sha256,
      };
      const { options, expiresAt } = terms(Object.keys(headers));
      const put = new PutObjectCommand({
        ...{ Bucket, Key, ContentLength: bytes, ContentType: STORED_TYPE, IfNoneMatch: '*', ChecksumSHA256: sha256 },
      });
      return { method: 'PUT', url: await getSignedUrl(client, put, options), headers, expiresAt };
    },
    async head(Key) {
      const sent = client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
      const found = await sent.catch(undefinedWhen(['NotFound', 'NoSuchKey']));
      if (!found) return undefined;
      return { bytes: found.ContentLength ?? 0, sha256: found.ChecksumSHA256, versionId: found.VersionId };
    },
    async readBeginning(Key, VersionId, bytes) {
      const get = new GetObjectCommand({ Bucket, Key, VersionId, Range: `bytes=0-${bytes - 1}` });
      const { Body } = await client.send(get);
      return Body ? Body.transformToByteArray() : new Uint8Array();
    },
    async addressOf(Key, { versionId: VersionId, name, mediaType, isInline }) {
      const { options, expiresAt } = terms([]);
      const get = new GetObjectCommand({
        ...{ Bucket, Key, VersionId },
        ResponseContentType: mediaType,
        ResponseContentDisposition: isInline ? inline(name) : attachment(name),
        ResponseCacheControl: 'private, no-store',
      });
      return { url: await getSignedUrl(client, get, options), expiresAt };
    },
    async removeAll(Prefix) {
      let page: ListObjectVersionsCommandOutput | undefined;
      do {
        const after = { KeyMarker: page?.NextKeyMarker, VersionIdMarker: page?.NextVersionIdMarker };
        page = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix, ...after }));
        await removePage(page);
      } while (page.IsTruncated);
    },
  };
}
