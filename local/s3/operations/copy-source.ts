import { createHash } from 'node:crypto';
import { S3Error } from '../errors.ts';
import { decodeUri } from '../http/uri.ts';
import { type Segment, slice } from '../store/contents.ts';
import { type Bucket, type ReadableVersion, requireReadable } from '../store/objects.ts';
import { requireBucket } from './buckets.ts';
import type { ByteRange } from './byte-range.ts';
import type { ObjectCall } from './call.ts';
import { checkReadConditions } from './read-conditions.ts';
import { parseVersionId } from './version-id.ts';

export const COPY_SOURCE_HEADERS = [
  'x-amz-copy-source-if-match',
  'x-amz-copy-source-if-none-match',
  'x-amz-copy-source-if-modified-since',
  'x-amz-copy-source-if-unmodified-since',
];

export interface CopySource {
  readonly bucket: Bucket;
  readonly version: ReadableVersion;
}

/**
 * The version that x-amz-copy-source names: `[/]<bucket>/<key>[?versionId=<id>]`, percent-encoded.
 * @throws S3Error InvalidArgument, NoSuchBucket, NoSuchKey, NoSuchVersion, PreconditionFailed
 */
export function findCopySource(call: ObjectCall): CopySource {
  const header = call.headers.get('x-amz-copy-source') ?? '';
  const { path, version } = /^\/?(?<path>[^?]+)(?:\?versionId=(?<version>[^&]+))?$/.exec(header)?.groups ?? {};
  const decoded = decodeUri(path ?? '');
  const cut = decoded.indexOf('/');
  if (cut < 1 || cut === decoded.length - 1) {
    throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  }
  const bucket = requireBucket(call, decoded.slice(0, cut));
  const versionId = parseVersionId(version);
  const found = requireReadable(call.services.objects.find(bucket, decoded.slice(cut + 1), versionId), versionId);
  checkReadConditions(call.headers, found, 'x-amz-copy-source-');
  return { bucket, version: found };
}

/** Parses x-amz-copy-source-range: unlike a Range header, it must be complete and inside the source. */
export function parseCopyRange(header: string | undefined, size: number): ByteRange {
  if (header === undefined) return { start: 0, end: size };
  const { first, last } = /^bytes=(?<first>\d+)-(?<last>\d+)$/.exec(header)?.groups ?? {};
  if (first === undefined || last === undefined || Number(last) < Number(first)) {
    throw new S3Error('InvalidArgument', 'The x-amz-copy-source-range value must be of the form bytes=first-last');
  }
  if (Number(last) >= size) throw new S3Error('InvalidRange', 'Range specified is not valid for the source object');
  return { start: Number(first), end: Number(last) + 1 };
}

/**
 * Passes a range of the source's bytes to `use`, with their MD5, and prevents the deletion of their blobs meanwhile. Nothing
 * is copied, and the bytes are read only if their MD5 differs from the source's ETag.
 */
export async function withCopiedBytes<T>(
  call: ObjectCall,
  version: ReadableVersion,
  range: ByteRange,
  use: (bytes: { segments: Segment[]; size: number; etag: string }) => Promise<T>,
): Promise<T> {
  const { contents } = call.services;
  const segments = slice(contents.segments(version.content), range.start, range.end);
  const pin = contents.pin(segments);
  try {
    const size = range.end - range.start;
    const isWhole = size === version.size && !version.etag.includes('-');
    return await use({ segments, size, etag: isWhole ? version.etag : await md5(contents.read(segments)) });
  } finally {
    await pin.release();
  }
}

async function md5(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
