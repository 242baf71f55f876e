import { Stack, Validations } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import * as z from 'zod';
import type { Objects } from './constructs/permissions.ts';

const ImportValueSchema = z.object({ 'Fn::ImportValue': z.string() });

/** Suppresses findings about permissions on these objects of the data bucket; permissions on other patterns stay findings. */
export function suppressObjectFindings(scope: Construct, bucket: Bucket, objects: readonly Objects[]): void {
  // cdk-nag identifies a finding by the resource's text, which for a bucket of another stack is the name of its export.
  const owner = Stack.of(bucket);
  const exported = ImportValueSchema.parse(owner.resolve(owner.exportValue(bucket.bucketArn)));
  const findings = objects.map((pattern) => ({
    id: `AwsSolutions-IAM5[Resource::${exported['Fn::ImportValue']}/${pattern}]`,
    reason: `The names of an import's objects contain its id, and all match ${pattern}.`,
  }));
  Validations.of(scope).acknowledge(...findings);
}

/** Suppresses findings about permissions on all executions of one state machine, and on all runs of its Distributed Maps. */
export function suppressExecutionFindings(scope: Construct, stateMachineName: string): void {
  const executions = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${stateMachineName}`;
  const findings = [`${executions}:*`, `${executions}/*`].map((resource) => ({
    id: `AwsSolutions-IAM5[Resource::${resource}]`,
    reason: 'The names of executions are made at run time, and all belong to this state machine.',
  }));
  Validations.of(scope).acknowledge(...findings);
}

/** Accepts what the function that copies the console's files has: all objects of two buckets, and the runtime that CDK chooses. */
export function suppressSiteDeploymentFindings(scope: Construct, role: Role, bucket: Bucket): void {
  const stack = Stack.of(scope);
  const { defaultChild: bucketResource } = bucket.node;
  if (!(bucketResource instanceof CfnBucket)) throw new Error('A bucket without its resource');
  const bucketId = stack.getLogicalId(bucketResource);
  const assets = `arn:<AWS::Partition>:s3:::cdk-${stack.synthesizer.bootstrapQualifier}-assets-<AWS::AccountId>-<AWS::Region>/*`;
  const permissions = [`Resource::${assets}`, `Resource::<${bucketId}.Arn>/*`];
  Validations.of(role).acknowledge(
    ...permissions.map((permission) => ({
      id: `AwsSolutions-IAM5[${permission}]`,
      reason:
        'The staged files have their hash for a name; the site bucket holds the public files of the console alone.',
    })),
  );
  Validations.of(scope).acknowledge({
    id: 'AwsSolutions-L1',
    reason: 'CDK chooses the runtime of its own function, which runs at deployments alone.',
  });
}
