import { randomUUID } from 'node:crypto';
import type { ObjectVersion } from '../store/object-version.ts';
import { NULL_VERSION } from '../store/object-version.ts';

export type CreationReason = 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload';

/** S3's event in the format of EventBridge. Deletions make no event here, because no rule uses them. */
export interface ObjectCreatedEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': 'Object Created';
  readonly source: 'aws.s3';
  readonly account: string;
  /** ISO 8601, in whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: {
    readonly version: '0';
    readonly bucket: { readonly name: string };
    readonly object: {
      readonly key: string;
      readonly size: number;
      readonly etag: string;
      /** Absent if the bucket is not versioned. */
      readonly 'version-id'?: string;
      /** Hex; of two events of one key, the later one has the greater sequencer. */
      readonly sequencer: string;
    };
    readonly 'request-id': string;
    readonly requester: string;
    readonly 'source-ip-address': string;
    readonly reason: CreationReason;
  };
}

/** The only account of the embedded cloud. */
export const ACCOUNT_ID = '000000000000';

export interface Origin {
  readonly bucket: string;
  readonly region: string;
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly reason: CreationReason;
}

export function objectCreatedEvent(version: ObjectVersion, origin: Origin): ObjectCreatedEvent {
  const versionId = version.versionId === NULL_VERSION ? {} : { 'version-id': version.versionId };
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: ACCOUNT_ID,
    time: new Date(version.modifiedAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: origin.region,
    resources: [`arn:aws:s3:::${origin.bucket}`],
    detail: {
      version: '0',
      bucket: { name: origin.bucket },
      object: {
        key: version.key,
        size: version.size,
        etag: version.etag,
        ...versionId,
        sequencer: version.sequence.toString(16).toUpperCase().padStart(18, '0'),
      },
      'request-id': origin.requestId,
      requester: ACCOUNT_ID,
      'source-ip-address': origin.remoteAddress,
      reason: origin.reason,
    },
  };
}
