import { S3Error } from '../errors.ts';
import { ACCOUNT_ID } from '../events/object-created.ts';
import { xmlDocument } from '../http/xml.ts';
import { type BucketCall, type Call, type Operation, xmlReply } from './call.ts';

export const listBuckets: Operation<Call> = {
  name: 'ListBuckets',
  method: 'GET',
  run: ({ services }) => {
    const buckets = [...services.buckets.keys()].sort();
    const created = services.startedAt.toISOString();
    return xmlReply(
      xmlDocument('ListAllMyBucketsResult', [
        ['Owner', [['ID', ACCOUNT_ID]]],
        [
          'Buckets',
          buckets.map((name) => [
            'Bucket',
            [
              ['Name', name],
              ['CreationDate', created],
            ],
          ]),
        ],
      ]),
    );
  },
};

export const headBucket: Operation<BucketCall> = {
  name: 'HeadBucket',
  method: 'HEAD',
  run: ({ services }) => ({ status: 200, headers: { 'x-amz-bucket-region': services.region } }),
};

/** us-east-1 answers with an empty location. */
export const getBucketLocation: Operation<BucketCall> = {
  name: 'GetBucketLocation',
  method: 'GET',
  markers: ['location'],
  run: ({ services }) =>
    xmlReply(xmlDocument('LocationConstraint', services.region === 'us-east-1' ? '' : services.region)),
};

export const getBucketVersioning: Operation<BucketCall> = {
  name: 'GetBucketVersioning',
  method: 'GET',
  markers: ['versioning'],
  run: ({ bucket }) =>
    xmlReply(xmlDocument('VersioningConfiguration', bucket.versioned ? [['Status', 'Enabled']] : '')),
};

/** @throws S3Error NoSuchBucket */
export function requireBucket(call: Call, name: string) {
  const bucket = call.services.buckets.get(name);
  if (!bucket) throw new S3Error('NoSuchBucket', undefined, { details: { BucketName: name } });
  return bucket;
}
