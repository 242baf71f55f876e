import { S3Error } from '../errors.ts';
import type { Segment } from '../store/contents.ts';
import type { Checksum } from '../store/object-version.ts';
import type { BucketCall } from './call.ts';

/** S3's limit for one request. */
const MAX_BODY_BYTES = 5 * 1024 ** 3;

/** Headers that describe the body of an upload; any other `x-amz-checksum-` header names an unknown algorithm. */
export const BODY_HEADERS = [
  'x-amz-decoded-content-length',
  'x-amz-trailer',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-checksum-crc32',
  'x-amz-checksum-crc32c',
  'x-amz-checksum-crc64nvme',
  'x-amz-checksum-sha1',
  'x-amz-checksum-sha256',
];

export interface ReceivedBody {
  readonly blob: string;
  readonly segments: readonly Segment[];
  readonly size: number;
  readonly etag: string;
  readonly checksum: Checksum | undefined;
}

/**
 * Stores the body of a request in a new blob and passes it to `commit`, which makes a record refer to it. If either fails, the
 * blob is removed.
 */
export async function receiveBody<T>(call: BucketCall, commit: (body: ReceivedBody) => Promise<T>): Promise<T> {
  const { payload, services } = call;
  if (payload.size === undefined) throw new S3Error('MissingContentLength');
  if (payload.size > MAX_BODY_BYTES) throw new S3Error('EntityTooLarge');
  const { blob, size } = await services.blobs.write(payload.chunks);
  const segments = size === 0 ? [] : [{ blob, start: 0, length: size }];
  const { md5, checksum } = payload.digests;
  try {
    return await commit({ blob, segments, size, etag: md5, checksum });
  } finally {
    // No record refers to the blob if the commit failed or the body was empty.
    await services.contents.collect([blob]);
  }
}
