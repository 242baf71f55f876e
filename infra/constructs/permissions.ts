import { Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const READ_CUSTOMERS = ['dynamodb:BatchGetItem', 'dynamodb:Query'];
/** PutItem, under a condition, puts a customer where one was deleted; the others never replace anything. */
const WRITE_CUSTOMERS = ['dynamodb:PartiQLInsert', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];

/** A service that may take on a role only for this account: another account cannot have it use the role. */
export function ownService(scope: Construct, service: string): ServicePrincipal {
  const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } };
  return new ServicePrincipal(service, { conditions });
}

export function readCustomers(table: ITable): PolicyStatement[] {
  return [new PolicyStatement({ actions: READ_CUSTOMERS, resources: [table.tableArn] })];
}

/** Adds and changes customers; removes none. */
export function writeCustomers(table: ITable): PolicyStatement[] {
  return [new PolicyStatement({ actions: [...READ_CUSTOMERS, ...WRITE_CUSTOMERS], resources: [table.tableArn] })];
}

/** Patterns of object keys in the data bucket. */
export const OBJECTS = {
  /** Files that came by S3 or by the API. */
  uploads: 'uploads/*',
  /** Files that schedules import. */
  inbox: 'inbox/*',
  /** What imports leave: logs, failure files, sorted files. */
  results: 'imports/*',
  plan: 'imports/*/plan.json',
  sorted: 'imports/*.sorted.txt',
  /** Logs of uploads that name no published CRM table. */
  rejected: 'imports/_rejected/*',
  work: 'work/*',
  cancelFlags: 'work/*/cancel/*',
} as const;
export type Objects = (typeof OBJECTS)[keyof typeof OBJECTS];

/**
 * Reads objects and their versions. Listing is allowed on the whole bucket: S3 answers "not there" instead of "forbidden"
 * only to those who may list it, and every step begins by looking for its own result.
 */
export function readObjects(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: objects.map((pattern) => bucket.arnForObjects(pattern)),
    }),
  ];
}

/** Lists objects, and learns their sizes; reads none. */
export function listObjects(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': [...objects] } },
    }),
  ];
}

/** Lists objects with all their versions; reads none. */
export function listVersions(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': [...objects] } },
    }),
  ];
}

/** Writes objects, whole or in parts; removes none. */
export function writeObjects(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [onObjects(bucket, ['s3:PutObject'], objects)];
}

/** Looks whether a multipart upload of such an object is still open. */
export function findUploads(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [onObjects(bucket, ['s3:ListMultipartUploadParts'], objects)];
}

/** Lets clients send files by addresses that the function signs: whole, or in parts. Removes no object. */
export function receiveUploads(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  const actions = ['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'];
  return [onObjects(bucket, actions, objects)];
}

function onObjects(bucket: IBucket, actions: string[], objects: readonly Objects[]): PolicyStatement {
  return new PolicyStatement({ actions, resources: objects.map((pattern) => bucket.arnForObjects(pattern)) });
}

/** Starts a workflow, and looks at what became of one. */
export function startWorkflow(workflow: { readonly arn: string; readonly executionsArn: string }): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['states:StartExecution'], resources: [workflow.arn] }),
    new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [workflow.executionsArn] }),
  ];
}

/** Puts the flag that has the workers of a running import stop. */
export function flagCancellation(bucket: IBucket): PolicyStatement[] {
  return [new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(OBJECTS.cancelFlags)] })];
}

export function invoke({ functionArn }: IFunction): PolicyStatement[] {
  return [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] })];
}
