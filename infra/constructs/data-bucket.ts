import { Duration } from 'aws-cdk-lib';
import type { Bucket, LifecycleRule } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { addFileBucket } from './file-bucket.ts';

const MULTIPART_DAYS = 7;
/** An import can be resumed as long as its work objects exist. */
const WORK_DAYS = 30;
/**
 * Every import reads one version of its upload, even if that is overwritten or deleted. Twice the time in which an import can
 * be resumed leaves room for an import that waited in its table's queue.
 */
const REPLACED_DAYS = 2 * WORK_DAYS;

/** A file of an export can be made again. */
const EXPORT_DAYS = 30;

const LIFECYCLE: LifecycleRule[] = [
  {
    id: 'tidy',
    abortIncompleteMultipartUploadAfter: Duration.days(MULTIPART_DAYS),
    noncurrentVersionExpiration: Duration.days(REPLACED_DAYS),
    expiredObjectDeleteMarker: true,
  },
  {
    id: 'exports',
    prefix: 'exports/',
    expiration: Duration.days(EXPORT_DAYS),
    noncurrentVersionExpiration: Duration.days(1),
  },
  {
    id: 'work',
    prefix: 'work/',
    expiration: Duration.days(WORK_DAYS),
    // Work objects are not read by version.
    noncurrentVersionExpiration: Duration.days(1),
  },
];

/** Holds uploads, result files and work objects: private, encrypted, versioned, over TLS only; sends events of new objects to EventBridge. */
export function addDataBucket(scope: Construct, id: string, settings: Settings): Bucket {
  return addFileBucket(scope, id, { settings, part: 'data', lifecycleRules: LIFECYCLE, sendsEvents: true });
}
