import { abortMultipartUpload } from './abort-upload.ts';
import { getBucketLocation, getBucketVersioning, headBucket, listBuckets } from './buckets.ts';
import type { BucketCall, Call, ObjectCall, Operation } from './call.ts';
import { completeMultipartUpload } from './complete-upload.ts';
import { copyObject } from './copy-object.ts';
import { createMultipartUpload } from './create-upload.ts';
import { deleteObject } from './delete-object.ts';
import { deleteObjects } from './delete-objects.ts';
import { getObject, headObject } from './get-object.ts';
import { listObjects, listObjectsV2 } from './list-objects.ts';
import { listParts } from './list-parts.ts';
import { listMultipartUploads } from './list-uploads.ts';
import { listObjectVersions } from './list-versions.ts';
import { putObject } from './put-object.ts';
import { uploadPart } from './upload-part.ts';
import { uploadPartCopy } from './upload-part-copy.ts';

/** All operations, by the resource that the address names. */
export const SERVICE_OPERATIONS: readonly Operation<Call>[] = [listBuckets];

export const BUCKET_OPERATIONS: readonly Operation<BucketCall>[] = [
  headBucket,
  listObjects,
  listObjectsV2,
  listObjectVersions,
  listMultipartUploads,
  getBucketLocation,
  getBucketVersioning,
  deleteObjects,
];

export const OBJECT_OPERATIONS: readonly Operation<ObjectCall>[] = [
  putObject,
  getObject,
  headObject,
  deleteObject,
  copyObject,
  createMultipartUpload,
  uploadPart,
  uploadPartCopy,
  completeMultipartUpload,
  abortMultipartUpload,
  listParts,
];
