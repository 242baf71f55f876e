import { Stack, Validations } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ownService } from './permissions.ts';

/** GuardDuty writes an object of this name when the plan begins, to see that it may read the bucket. */
const VALIDATION_OBJECT = 'malware-protection-resource-validation-object';
const MANAGED_RULES = 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*';

/** GuardDuty scans each new object of a bucket, and sends what it has found to EventBridge. */
export function addDocumentScan(stack: Stack, bucket: Bucket): void {
  const role = new Role(stack, 'DocumentScanRole', {
    assumedBy: ownService(stack, 'malware-protection-plan.guardduty.amazonaws.com'),
  });
  const rules = stack.formatArn({ service: 'events', resource: 'rule', resourceName: MANAGED_RULES });
  const onRules = (actions: string[], conditions = {}) =>
    new PolicyStatement({ actions: actions.map((action) => `events:${action}`), resources: [rules], conditions });
  const statements = [
    onRules(['PutRule', 'DeleteRule', 'PutTargets', 'RemoveTargets'], {
      StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' },
    }),
    onRules(['DescribeRule', 'ListTargetsByRule']),
    new PolicyStatement({
      actions: ['s3:ListBucket', 's3:GetBucketNotification', 's3:PutBucketNotification'],
      resources: [bucket.bucketArn],
    }),
    new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(VALIDATION_OBJECT)] }),
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [bucket.arnForObjects('*')],
    }),
  ];
  for (const statement of statements) role.addToPolicy(statement);
  acceptFindings(stack, role, bucket);
  const plan = new CfnMalwareProtectionPlan(stack, 'DocumentScan', {
    role: role.roleArn,
    protectedResource: { s3Bucket: { bucketName: bucket.bucketName } },
    // The state is stored with the document; a tag would need further rights.
    actions: { tagging: { status: 'DISABLED' } },
  });
  // GuardDuty uses the rights of the role when the plan is created.
  plan.node.addDependency(role);
}

function acceptFindings(scope: Construct, role: Role, bucket: Bucket): void {
  const { defaultChild } = bucket.node;
  if (!(defaultChild instanceof CfnBucket)) throw new Error('The bucket construct has no CfnBucket.');
  const objects = `<${Stack.of(scope).getLogicalId(defaultChild)}.Arn>/*`;
  const rules = `arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/${MANAGED_RULES}`;
  Validations.of(role).acknowledge(
    { id: `AwsSolutions-IAM5[Resource::${objects}]`, reason: 'Every object of the bucket is scanned.' },
    { id: `AwsSolutions-IAM5[Resource::${rules}]`, reason: 'GuardDuty chooses the end of the name of its rule.' },
  );
}
