import { Validations } from 'aws-cdk-lib';
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

interface FileBucketProps {
  readonly settings: Settings;
  /** The part of its name that says what it holds. */
  readonly part: string;
  readonly lifecycleRules: LifecycleRule[];
  /** Whether it sends events of new objects to EventBridge. */
  readonly sendsEvents: boolean;
}

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

/** A bucket of files that browsers send and fetch: private, encrypted, versioned, over TLS only. */
export function addFileBucket(
  scope: Construct,
  id: string,
  { settings, part, lifecycleRules, sendsEvents }: FileBucketProps,
): Bucket {
  const bucket = new Bucket(scope, id, {
    bucketName: worldwideName(scope, settings, part),
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    lifecycleRules,
    cors: [transfersOfTheConsole(settings)],
    removalPolicy: settings.removalPolicy,
  });
  if (sendsEvents) sendEventsToEventBridge(bucket);
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
