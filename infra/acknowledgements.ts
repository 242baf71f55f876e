import { Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import * as z from 'zod';
import type { Objects } from './constructs/permissions.ts';

const ImportValueSchema = z.object({ 'Fn::ImportValue': z.string() });

/** Accepts permissions on these objects of the data bucket; permissions on any other pattern stay findings. */
export function acknowledgeObjects(scope: Construct, bucket: Bucket, objects: readonly Objects[]): void {
  // cdk-nag names a finding by the resource's text, which for a bucket of another stack is the name of its export.
  const owner = Stack.of(bucket);
  const exported = ImportValueSchema.parse(owner.resolve(owner.exportValue(bucket.bucketArn)));
  const findings = objects.map((pattern) => ({
    id: `AwsSolutions-IAM5[Resource::${exported['Fn::ImportValue']}/${pattern}]`,
    reason: `The objects of an import have its id in their names, and all of them fit ${pattern}.`,
  }));
  Validations.of(scope).acknowledge(...findings);
}

/** Accepts permissions on every execution, and every run of a Distributed Map, of one state machine. */
export function acknowledgeExecutions(scope: Construct, stateMachineName: string): void {
  const executions = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${stateMachineName}`;
  const findings = [`${executions}:*`, `${executions}/*`].map((resource) => ({
    id: `AwsSolutions-IAM5[Resource::${resource}]`,
    reason: 'Executions have names of their own, all of them of this one state machine.',
  }));
  Validations.of(scope).acknowledge(...findings);
}
