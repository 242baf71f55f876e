import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/**
 * A name made of stage, account and region: unique in the world, and known to every stack without a reference to the
 * resource. docs/adr/0028 says which circles between stacks this breaks.
 */
export function worldwideName(scope: Construct, { stage }: Settings, part: string): string {
  const { account, region } = Stack.of(scope);
  return `switchboard-${stage}-${part}-${account}-${region}`;
}

/** A name made of stage and region, for what CloudFront keeps once per account. */
export function accountwideName(scope: Construct, { stage }: Settings, part: string): string {
  return `switchboard-${stage}-${part}-${Stack.of(scope).region}`;
}

/** The host under which S3 serves a bucket, also in presigned addresses. */
export function bucketHost(scope: Construct, bucketName: string): string {
  const { region, urlSuffix } = Stack.of(scope);
  return `${bucketName}.s3.${region}.${urlSuffix}`;
}
