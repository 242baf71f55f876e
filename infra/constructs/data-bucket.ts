import { Duration, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type CorsRule,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { worldwideName } from '../names.ts';
import type { Settings } from '../settings.ts';

const MULTIPART_DAYS = 7;
/** An import can be resumed as long as its work objects exist. */
const WORK_DAYS = 30;
/**
 * Every import reads one version of its upload, even if that is overwritten or deleted. Twice the time in which an import can
 * be resumed leaves room for an import that waited in its table's queue.
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
    // Work objects are not read by version.
    noncurrentVersionExpiration: Duration.days(1),
  },
];

/**
 * Allows the console's script to send and fetch files by presigned addresses. The rule grants no access: any program can use
 * a presigned address. The rule decides on which pages a script may read the answer (docs/adr/0028).
 */
function transfersOfTheConsole({ consoleOrigin }: Settings): CorsRule {
  return {
    allowedOrigins: [consoleOrigin],
    allowedMethods: [HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD],
    allowedHeaders: ['*'],
    exposedHeaders: ['ETag', 'Content-Range', 'Content-Length'],
    maxAge: 3600,
  };
}

/** Holds uploads, result files and work objects: private, encrypted, versioned, over TLS only; sends events of new objects to EventBridge. */
export function addDataBucket(scope: Construct, id: string, settings: Settings): Bucket {
  const bucket = new Bucket(scope, id, {
    bucketName: worldwideName(scope, settings, 'data'),
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    lifecycleRules: LIFECYCLE,
    cors: [transfersOfTheConsole(settings)],
    removalPolicy: settings.removalPolicy,
  });
  sendEventsToEventBridge(bucket);
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Access logs would copy file names, which may be personal data, into a second bucket. The owner of an account can enable CloudTrail data events, which record the same.',
  });
  return bucket;
}

/** Set on the resource: the construct's property would add a custom resource with a Python function. */
function sendEventsToEventBridge(bucket: Bucket): void {
  if (!(bucket.node.defaultChild instanceof CfnBucket)) throw new Error('The bucket construct has no CfnBucket.');
  bucket.node.defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
