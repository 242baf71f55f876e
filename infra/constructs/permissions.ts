import { Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CUSTOMERS_TABLE_SHAPE } from '../../functions/shared/dynamodb/tables.ts';

const READ_CUSTOMERS = ['dynamodb:BatchGetItem', 'dynamodb:Query'];
/** PutItem, with a condition, replaces a deleted customer; the other actions never replace one. */
const WRITE_CUSTOMERS = ['dynamodb:PartiQLInsert', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];

/** A service that may assume a role only for this account, so that another account cannot make it use the role. */
export function ownService(scope: Construct, service: string): ServicePrincipal {
  const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } };
  return new ServicePrincipal(service, { conditions });
}

export function readCustomers(table: ITable): PolicyStatement[] {
  return [new PolicyStatement({ actions: READ_CUSTOMERS, resources: [table.tableArn] })];
}

/**
 * Reads, finds and writes single customers with their history. No customer and no event is deleted: a deleted customer becomes a tombstone,
 * and the events of its history are written again without values.
 */
export function editCustomers(table: ITable): PolicyStatement[] {
  const slots = CUSTOMERS_TABLE_SHAPE.indexes.map(({ name }) => `${table.tableArn}/index/${name}`);
  return [
    onItems(table, ['BatchGetItem'], [CUSTOMERS]),
    onItems(table, ['GetItem', 'UpdateItem'], [CUSTOMERS, REMOVALS]),
    onItems(table, ['PutItem'], [CUSTOMERS, HISTORY, REMOVALS]),
    onItems(table, ['Query', 'BatchWriteItem'], [HISTORY]),
    onItems(table, ['DeleteItem'], [REMOVALS]),
    new PolicyStatement({ actions: ['dynamodb:Query'], resources: slots }),
  ];
}

const CUSTOMERS = 'CUSTOMER#*';
const HISTORY = 'HISTORY#*';
/** Removals that are not complete. */
const REMOVALS = 'HISTORY-REMOVALS';

function onItems(table: ITable, actions: readonly string[], patterns: string[]): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } },
  });
}

/** Writes events of histories again, without values, and records how far it has come. Reads no customer. */
export function removeValues(table: ITable): PolicyStatement[] {
  return [
    onItems(table, ['Query'], [HISTORY, REMOVALS]),
    onItems(table, ['BatchWriteItem'], [HISTORY]),
    onItems(table, ['UpdateItem', 'DeleteItem'], [REMOVALS]),
  ];
}

export function writeCustomers(table: ITable): PolicyStatement[] {
  return [new PolicyStatement({ actions: [...READ_CUSTOMERS, ...WRITE_CUSTOMERS], resources: [table.tableArn] })];
}

/** Patterns of object keys in the data bucket. */
export const OBJECTS = {
  /** Files that arrived through S3 or the API. */
  uploads: 'uploads/*',
  /** Files that schedules import. */
  inbox: 'inbox/*',
  /** Output files of imports: logs, failure files, sorted files. */
  results: 'imports/*',
  plan: 'imports/*/plan.json',
  sorted: 'imports/*.sorted.txt',
  /** The old and new values of updated customers. */
  before: 'imports/*.before.jsonl',
  /** Logs of uploads that name no published CRM table. */
  rejected: 'imports/_rejected/*',
  work: 'work/*',
  cancelFlags: 'work/*/cancel/*',
} as const;
export type Objects = (typeof OBJECTS)[keyof typeof OBJECTS];

/**
 * Reads objects and their versions. Listing is allowed on the whole bucket: without it S3 answers "forbidden" instead of "not
 * found", and every step begins with a search for its result.
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

/** Lists objects with their sizes; does not read them. */
export function listObjects(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': [...objects] } },
    }),
  ];
}

/** Lists objects with all their versions; does not read them. */
export function listVersions(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': [...objects] } },
    }),
  ];
}

/** Writes objects, whole or in parts; does not remove any. */
export function writeObjects(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [onObjects(bucket, ['s3:PutObject'], objects)];
}

/** Lists open multipart uploads of such objects. */
export function findUploads(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [onObjects(bucket, ['s3:ListMultipartUploadParts'], objects)];
}

/** Lets clients send files, whole or in parts, to addresses that the function signs, and removes those of a cancelled import. */
export function receiveUploads(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  const actions = ['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload', 's3:DeleteObject'];
  return [onObjects(bucket, actions, objects)];
}

function onObjects(bucket: IBucket, actions: string[], objects: readonly Objects[]): PolicyStatement {
  return new PolicyStatement({ actions, resources: objects.map((pattern) => bucket.arnForObjects(pattern)) });
}

/** Starts a workflow, and describes its executions. */
export function startWorkflow(workflow: { readonly arn: string; readonly executionsArn: string }): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['states:StartExecution'], resources: [workflow.arn] }),
    new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [workflow.executionsArn] }),
  ];
}

/** Writes the flag that makes the workers of a running import stop. */
export function flagCancellation(bucket: IBucket): PolicyStatement[] {
  return [new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(OBJECTS.cancelFlags)] })];
}

/** The acts on single users by which a pool follows the users of Switchboard; nothing else of a pool. */
const FOLLOW_USERS = [
  'AdminCreateUser',
  'AdminDeleteUser',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminGetUser',
  'AdminResetUserPassword',
  'AdminUpdateUserAttributes',
  'AdminUserGlobalSignOut',
];

/** @param sendsInvitations without invitations users need a password that nobody knows, in place of a temporary one */
export function followUsers(pool: IUserPool, sendsInvitations: boolean): PolicyStatement[] {
  const acts = sendsInvitations ? FOLLOW_USERS : [...FOLLOW_USERS, 'AdminSetUserPassword'];
  return [new PolicyStatement({ actions: acts.map((act) => `cognito-idp:${act}`), resources: [pool.userPoolArn] })];
}

export function invoke({ functionArn }: IFunction): PolicyStatement[] {
  return [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] })];
}
