import { Duration } from 'aws-cdk-lib';
import type { Bucket, LifecycleRule } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { addFileBucket } from './file-bucket.ts';

/**
 * No object is replaced, and what is deleted has to be gone: a removal names each version. The rule is for a version that
 * an operator has deleted by hand.
 */
const LIFECYCLE: LifecycleRule[] = [
  {
    id: 'tidy',
    abortIncompleteMultipartUploadAfter: Duration.days(1),
    noncurrentVersionExpiration: Duration.days(1),
    expiredObjectDeleteMarker: true,
  },
];

/** Holds the files of documents, and nothing else. A scan needs the events of new objects. */
export function addDocumentsBucket(scope: Construct, id: string, settings: Settings): Bucket {
  const { scanDocuments: sendsEvents } = settings;
  return addFileBucket(scope, id, { settings, part: 'documents', lifecycleRules: LIFECYCLE, sendsEvents });
}
