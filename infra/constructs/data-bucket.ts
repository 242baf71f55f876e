import { Duration, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

const MULTIPART_DAYS = 7;
/** An import can be resumed for as long as its work objects last. */
const WORK_DAYS = 30;
/**
 * Every import reads one version of its upload, whatever is put over it or deleted meanwhile. Twice the time that an
 * import can be resumed leaves room for one that waited in its table's queue.
 */
const REPLACED_DAYS = 2 * WORK_DAYS;

const LIFECYCLE: LifecycleRule[] = [
  {
    id: 'tidy',
    abortIncompleteMultipartUploadAfter: Duration.days(MULTIPART_DAYS),
    noncurrentVersionExpiration: Duration.days(REPLACED_DAYS),
    expiredObjectDeleteMarker: true,
  },
  {
    id: 'work',
    prefix: 'work/',
    expiration: Duration.days(WORK_DAYS),
    // Work objects are never read by version.
    noncurrentVersionExpiration: Duration.days(1),
  },
];

/** Uploads, what imports leave, and their work: private, encrypted, versioned, over TLS only; tells EventBridge of every object. */
export function addDataBucket(scope: Construct, id: string, settings: Settings): Bucket {
  const bucket = new Bucket(scope, id, {
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    lifecycleRules: LIFECYCLE,
    removalPolicy: settings.removalPolicy,
  });
  sendEventsToEventBridge(bucket);
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Access logs would copy file names, which may be personal data, into a second bucket. CloudTrail data events record the same per account, where the owner wants them.',
  });
  return bucket;
}

/** Set on the resource itself: the construct's own switch brings a custom resource and a Python function for it. */
function sendEventsToEventBridge(bucket: Bucket): void {
  if (!(bucket.node.defaultChild instanceof CfnBucket)) throw new Error('A bucket without its resource');
  bucket.node.defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
