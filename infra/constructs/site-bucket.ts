import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

interface SiteBucketProps {
  readonly settings: Settings;
  readonly bucketName: string;
  /** The one distribution that may read. */
  readonly distributionId: string;
}

/** The files of the console: private, and read by its distribution alone. It holds nothing that a deployment cannot write again. */
export function addSiteBucket(
  scope: Construct,
  id: string,
  { settings, bucketName, distributionId }: SiteBucketProps,
): Bucket {
  const bucket = new Bucket(scope, id, {
    bucketName,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: settings.removalPolicy,
  });
  const { account, partition } = Stack.of(scope);
  const distribution = `arn:${partition}:cloudfront::${account}:distribution/${distributionId}`;
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { StringEquals: { 'AWS:SourceArn': distribution } },
    }),
  );
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It holds the public files of the console; the distribution reads each of them once and caches it.',
  });
  return bucket;
}
