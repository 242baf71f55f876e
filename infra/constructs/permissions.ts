import { Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

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
 * Reads and writes single customers with their history and notes, and reads customers page by page for the check of a draft. No customer and no event is deleted: a deleted customer
 * becomes a tombstone, and the events of its history are written again without values. Texts of notes are deleted.
 */
export function editCustomers(table: ITable): PolicyStatement[] {
  return [
    onItems(table, ['BatchGetItem'], [CUSTOMERS]),
    onItems(table, ['GetItem'], [CUSTOMERS, HISTORY, NOTES, REMOVALS]),
    onItems(table, ['UpdateItem'], [CUSTOMERS, REMOVALS]),
    onItems(table, ['ConditionCheckItem'], [CUSTOMERS]),
    onItems(table, ['PutItem'], [CUSTOMERS, HISTORY, NOTES, REMOVALS, DOCUMENT_ORDERS]),
    onItems(table, ['Query'], [CUSTOMERS, HISTORY, NOTES]),
    onItems(table, ['BatchWriteItem'], [HISTORY, NOTES]),
    onItems(table, ['DeleteItem'], [NOTES, REMOVALS]),
  ];
}

const CUSTOMERS = 'CUSTOMER#*';
const HISTORY = 'HISTORY#*';
/** Texts of notes, and the pinned notes of each customer. */
const NOTES = 'NOTES#*';
/** Removals that are not complete. */
const REMOVALS = 'HISTORY-REMOVALS';
const DOCUMENTS = 'DOCUMENTS#*';
/** Orders to remove files. */
const DOCUMENT_ORDERS = 'DOCUMENT-REMOVALS';
const DOCUMENT_USAGE = 'DOCUMENT-USAGE';

function onItems(table: ITable, actions: readonly string[], patterns: string[]): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } },
  });
}

/** Reads whole CRM tables page by page, without the histories. */
export function readPages(table: ITable): PolicyStatement[] {
  return [onItems(table, ['Query'], [CUSTOMERS])];
}

/** Attaches documents to customers, and deletes them: events, uploads, orders of removals and the usage of accounts. */
export function editDocuments(table: ITable): PolicyStatement[] {
  return [
    onItems(table, ['GetItem'], [CUSTOMERS, HISTORY, DOCUMENTS, DOCUMENT_USAGE]),
    onItems(table, ['ConditionCheckItem'], [CUSTOMERS]),
    onItems(table, ['PutItem'], [HISTORY, DOCUMENTS, DOCUMENT_ORDERS]),
    onItems(table, ['UpdateItem'], [DOCUMENTS, DOCUMENT_USAGE]),
    onItems(table, ['DeleteItem'], [DOCUMENTS, DOCUMENT_ORDERS]),
  ];
}

/** Carries out orders of removals. Reads no customer and no history. */
export function removeDocuments(table: ITable): PolicyStatement[] {
  return [
    onItems(table, ['Query'], [DOCUMENTS, DOCUMENT_ORDERS]),
    onItems(table, ['GetItem'], [DOCUMENTS]),
    onItems(table, ['UpdateItem'], [DOCUMENTS, DOCUMENT_USAGE]),
    onItems(table, ['DeleteItem'], [DOCUMENTS, DOCUMENT_ORDERS]),
  ];
}

/** Sets what a scan has found, on an upload and on the event of its document. */
export function recordScans(table: ITable): PolicyStatement[] {
  return [
    onItems(table, ['GetItem'], [HISTORY, DOCUMENTS]),
    onItems(table, ['PutItem'], [HISTORY]),
    onItems(table, ['UpdateItem'], [DOCUMENTS]),
  ];
}

/** Receives and sends files of documents by signed addresses. Listing makes a file that has not arrived "not found". */
export function exchangeDocumentFiles(bucket: IBucket): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      resources: [bucket.arnForObjects(OBJECTS.documents)],
    }),
  ];
}

/** Removes every version of files. */
export function removeDocumentFiles(bucket: IBucket): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [bucket.bucketArn] }),
    new PolicyStatement({
      actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: [bucket.arnForObjects(OBJECTS.documents)],
    }),
  ];
}

/** Reads whole CRM tables page by page, with what people have changed. */
export function exportCustomers(table: ITable): PolicyStatement[] {
  return [onItems(table, ['Query'], [CUSTOMERS, HISTORY])];
}

/** Reads search indexes. */
export function readSearch(table: ITable): PolicyStatement[] {
  return [new PolicyStatement({ actions: ['dynamodb:Query'], resources: [table.tableArn] })];
}

/** Adds single entries to search indexes. */
export function addSingles(table: ITable): PolicyStatement[] {
  return [onItems(table, ['BatchWriteItem'], ['*#+#*'])];
}

/** Writes events of histories again, without values, deletes texts of notes, and records how far it has come. Reads no customer. */
export function removeValues(table: ITable): PolicyStatement[] {
  return [
    onItems(table, ['Query'], [HISTORY, NOTES, REMOVALS]),
    onItems(table, ['BatchWriteItem'], [HISTORY, NOTES]),
    onItems(table, ['UpdateItem', 'DeleteItem'], [REMOVALS]),
  ];
}

export function writeCustomers(table: ITable): PolicyStatement[] {
  return [new PolicyStatement({ actions: [...READ_CUSTOMERS, ...WRITE_CUSTOMERS], resources: [table.tableArn] })];
}

/** Writes the blocks of a search index. */
export function writeBlocks(table: ITable): PolicyStatement[] {
  return [new PolicyStatement({ actions: ['dynamodb:BatchWriteItem'], resources: [table.tableArn] })];
}

/** Deletes older items of a search index. */
export function cleanIndex(table: ITable): PolicyStatement[] {
  const actions = ['Query', 'BatchWriteItem', 'DeleteItem'].map((action) => `dynamodb:${action}`);
  return [new PolicyStatement({ actions, resources: [table.tableArn] })];
}

/** Patterns of object keys in the data bucket, and in that of documents. */
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
  /** The files of exports. */
  exports: 'exports/*',
  work: 'work/*',
  cancelFlags: 'work/*/cancel/*',
  /** In the bucket of documents. */
  documents: '*',
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

/** Removes objects with all their versions; does not read them. */
export function removeVersions(bucket: IBucket, objects: readonly Objects[]): PolicyStatement[] {
  return [...listVersions(bucket, objects), onObjects(bucket, ['s3:DeleteObject', 's3:DeleteObjectVersion'], objects)];
}

/** Finds out whether a customer is there. */
export function findCustomers(table: ITable): PolicyStatement[] {
  return [onItems(table, ['GetItem'], [CUSTOMERS])];
}

/** Reads one customer, and replaces it by a tombstone. */
export function eraseCustomers(table: ITable): PolicyStatement[] {
  return [onItems(table, ['GetItem', 'PutItem'], [CUSTOMERS])];
}

/** Lists the keys of a table's items, and deletes items. */
export function removeItems(table: ITable): PolicyStatement[] {
  const actions = ['dynamodb:Query', 'dynamodb:BatchWriteItem'];
  return [new PolicyStatement({ actions, resources: [table.tableArn] })];
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
